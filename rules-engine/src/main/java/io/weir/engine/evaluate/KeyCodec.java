package io.weir.engine.evaluate;

import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A key's values as bytes: for each a tag, then its payload. Equal values have equal bytes (decimals without trailing zeros, one
 * zero for floats); the form is stored, so it never changes.
 */
final class KeyCodec {

    private static final byte TEXT = 1;
    private static final byte LONG = 2;
    private static final byte BOOL = 3;
    private static final byte FLOAT = 4;
    private static final byte DECIMAL = 5;
    private static final byte MONEY = 6;
    private static final byte GEO = 7;

    private byte[] buffer = new byte[64];
    private int end;

    static long specHash(String tenant, KeySpec spec) {
        return StableHash.ofName(tenant + "/" + spec.canonical());
    }

    /** Its values as people read them. */
    static String text(Key key) {
        return decode(key.values()).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    KeyCodec begin() {
        end = 0;
        return this;
    }

    byte[] finish() {
        return Arrays.copyOf(buffer, end);
    }

    /** Appends a field's value, of a field that is present. */
    void append(Row row, int slot, Type type, int currencySlot) {
        if (type instanceof Type.Money money) {
            append(MONEY);
            appendDecimal(row.decimalAt(slot));
            String currency = money.currency();
            appendText(currency == null ? row.textAt(currencySlot) : currency);
            return;
        }
        switch ((Type.Scalar) type) {
            case TEXT, IP -> {
                append(TEXT);
                long place = row.bitsAt(slot);
                appendText(row.bytes(), (int) (place >>> 32), (int) place);
            }
            case BOOL -> {
                append(BOOL);
                append((byte) row.bitsAt(slot));
            }
            case INT, DURATION, TIMESTAMP, SIZE -> {
                append(LONG);
                appendLong(row.bitsAt(slot));
            }
            case FLOAT, PROBABILITY -> {
                append(FLOAT);
                appendLong(Double.doubleToLongBits(row.doubleAt(slot) + 0.0));
            }
            case DECIMAL, LENGTH, SPEED -> {
                append(DECIMAL);
                appendDecimal(row.decimalAt(slot));
            }
            case GEO -> {
                append(GEO);
                appendLong(Double.doubleToLongBits(row.latitudeAt(slot) + 0.0));
                appendLong(Double.doubleToLongBits(row.longitudeAt(slot) + 0.0));
            }
        }
    }

    /** Appends the value of a register that is present, in the same form. */
    void append(Frame f, int register, Type type) {
        switch (Rep.of(type)) {
            case TEXT -> {
                append(TEXT);
                appendText(f.asBytes(register), f.from(register), f.length(register));
            }
            case BOOL -> {
                append(BOOL);
                append((byte) f.bits[register]);
            }
            case LONG -> {
                append(LONG);
                appendLong(f.bits[register]);
            }
            case DECIMAL -> {
                append(DECIMAL);
                appendDecimal(f.asDecimal(register));
            }
            default -> throw new IllegalArgumentException("No key of type " + type.text());
        }
    }

    /** Appends a currency's code as a text. */
    void appendCurrency(long packed) {
        int length = 8 - Long.numberOfLeadingZeros(packed) / 8;
        append(TEXT);
        appendInt(length);
        for (int shift = (length - 1) * 8; shift >= 0; shift -= 8) {
            append((byte) (packed >>> shift));
        }
    }

    /** What was appended since {@link #begin()}: the first {@link #length()} of these, until more is. */
    byte[] bytes() {
        return buffer;
    }

    int length() {
        return end;
    }

    private void appendDecimal(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        byte[] unscaled = stripped.unscaledValue().toByteArray();
        appendInt(stripped.scale());
        appendText(unscaled, 0, unscaled.length);
    }

    private void appendText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        appendText(utf8, 0, utf8.length);
    }

    private void appendText(byte[] bytes, int from, int length) {
        appendInt(length);
        int at = reserve(length);
        System.arraycopy(bytes, from, buffer, at, length);
    }

    private void append(byte value) {
        int at = reserve(1);
        buffer[at] = value;
    }

    private void appendInt(int value) {
        int at = reserve(4);
        Bytes.putInt(buffer, at, value);
    }

    private void appendLong(long value) {
        int at = reserve(8);
        Bytes.putLong(buffer, at, value);
    }

    private int reserve(int length) {
        int at = end;
        if (at + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, at + length));
        }
        end = at + length;
        return at;
    }

    /** The values: {@code String}, {@code Long}, {@code Boolean}, {@code Double}, {@code BigDecimal} or {@link MoneyAmount}. */
    static List<Object> decode(byte[] values) {
        return new Reader(values).readAll();
    }

    /** Reads what {@link KeyCodec} wrote. */
    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        List<Object> readAll() {
            List<Object> values = new ArrayList<>();
            while (at < bytes.length) {
                values.add(value(bytes[at++]));
            }
            return values;
        }

        private Object value(byte tag) {
            return switch (tag) {
                case TEXT -> text();
                case LONG -> number();
                case BOOL -> bytes[at++] != 0;
                case FLOAT -> Double.longBitsToDouble(number());
                case DECIMAL -> decimal();
                case MONEY -> new MoneyAmount(decimal(), text());
                case GEO -> Double.longBitsToDouble(number()) + "," + Double.longBitsToDouble(number());
                default -> throw new IllegalStateException("Unknown tag " + tag + " in a key (DEVELOPER)");
            };
        }

        private BigDecimal decimal() {
            int scale = length();
            int size = length();
            at += size;
            return new BigDecimal(new BigInteger(bytes, at - size, size), scale);
        }

        private String text() {
            int size = length();
            at += size;
            return new String(bytes, at - size, size, StandardCharsets.UTF_8);
        }

        private int length() {
            at += 4;
            return Bytes.getInt(bytes, at - 4);
        }

        private long number() {
            at += 8;
            return Bytes.getLong(bytes, at - 8);
        }
    }
}
