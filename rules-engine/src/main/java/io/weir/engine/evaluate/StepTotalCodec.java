package io.weir.engine.evaluate;

import io.weir.dsl.plan.MoneyAmount;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step's events have together as bytes: how many values are given, those from the oldest on, and the count. */
final class StepTotalCodec {

    private static final int NONE = 0;
    private static final int LONG = 1;
    private static final int DOUBLE = 2;
    private static final int DECIMAL = 3;
    private static final int MONEY = 4;
    private static final int TEXT = 5;
    private static final int BOOL = 6;
    private static final int PACKED = 7;
    private static final int MIXED = 8;

    private StepTotalCodec() {}

    static void write(@Nullable StepTotal total, DataOutput out) throws IOException {
        if (total == null) {
            Varints.write(out, 0);
            return;
        }
        List<StepTotal> chain = new ArrayList<>();
        for (StepTotal each = total; each != null; each = each.before()) {
            chain.add(each);
        }
        Varints.write(out, chain.size());
        for (int i = chain.size() - 1; i >= 0; i--) {
            Varints.write(out, chain.get(i).count());
            write(chain.get(i).value(), out);
        }
    }

    static @Nullable StepTotal read(DataInput in) throws IOException {
        StepTotal total = null;
        for (int i = Varints.readCount(in); i > 0; i--) {
            total = new StepTotal(Varints.read(in), readValue(in), total);
        }
        return total;
    }

    private static void write(@Nullable Object value, DataOutput out) throws IOException {
        if (value == null) {
            out.writeByte(NONE);
        } else if (value == StepTotal.MIXED) {
            out.writeByte(MIXED);
        } else if (value instanceof Long number) {
            out.writeByte(LONG);
            Varints.writeSigned(out, number);
        } else if (value instanceof Double number) {
            out.writeByte(DOUBLE);
            out.writeDouble(number);
        } else if (value instanceof BigDecimal decimal) {
            out.writeByte(DECIMAL);
            writeDecimal(decimal, out);
        } else if (value instanceof MoneyAmount money) {
            out.writeByte(MONEY);
            writeDecimal(money.amount(), out);
            writeBytes(money.currency().getBytes(StandardCharsets.UTF_8), out);
        } else if (value instanceof Boolean bool) {
            out.writeByte(BOOL);
            out.writeBoolean(bool);
        } else if (value instanceof byte[] packed) {
            out.writeByte(PACKED);
            writeBytes(packed, out);
        } else {
            out.writeByte(TEXT);
            writeBytes(((String) value).getBytes(StandardCharsets.UTF_8), out);
        }
    }

    private static void writeDecimal(BigDecimal value, DataOutput out) throws IOException {
        Varints.writeSigned(out, value.scale());
        writeBytes(value.unscaledValue().toByteArray(), out);
    }

    private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        Varints.write(out, bytes.length);
        out.write(bytes);
    }

    private static @Nullable Object readValue(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case NONE -> null;
            case LONG -> (Object) Varints.readSigned(in);
            case DOUBLE -> in.readDouble();
            case DECIMAL -> readDecimal(in);
            case MONEY -> {
                BigDecimal amount = readDecimal(in);
                yield new MoneyAmount(amount, readText(in));
            }
            case TEXT -> readText(in);
            case BOOL -> in.readBoolean();
            case PACKED -> readBytes(in);
            case MIXED -> StepTotal.MIXED;
            default -> throw new IOException("A value of unknown kind " + kind);
        };
    }

    private static BigDecimal readDecimal(DataInput in) throws IOException {
        int scale = (int) Varints.readSigned(in);
        return new BigDecimal(new BigInteger(readBytes(in)), scale);
    }

    private static String readText(DataInput in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[Varints.readCount(in)];
        in.readFully(bytes);
        return bytes;
    }
}
