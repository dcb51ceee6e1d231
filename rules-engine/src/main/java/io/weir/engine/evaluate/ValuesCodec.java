package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of events as bytes, by kind; moneys have a table of their currencies before them, texts one of the texts. */
final class ValuesCodec {

    private ValuesCodec() {}

    static void write(Events events, DataOutput out) throws IOException {
        if (events.kind == SeriesKind.TIMES) {
            return;
        } else if (events.kind == SeriesKind.MONEYS) {
            writeCurrencies(events, out);
        } else if (events.kind == SeriesKind.TEXTS) {
            writeTexts(events, out);
            return;
        }
        for (long index = events.first(); index < events.end(); index++) {
            writeValue(events.values(), index, out);
        }
    }

    private static void writeCurrencies(Events events, DataOutput out) throws IOException {
        SeriesValues values = events.values();
        List<Long> table = new ArrayList<>();
        for (long index = events.first(); index < events.end(); index++) {
            if (!table.contains(values.currency(index))) {
                table.add(values.currency(index));
            }
        }
        Varints.write(out, table.size());
        for (long currency : table) {
            out.writeLong(currency);
        }
        if (table.size() > 1) {
            for (long index = events.first(); index < events.end(); index++) {
                Varints.write(out, table.indexOf(values.currency(index)));
            }
        }
    }

    /** In the order in which they come first, so that equal ones have equal bytes. */
    private static void writeTexts(Events events, DataOutput out) throws IOException {
        Dictionary texts = events.values().texts();
        int[] places = new int[texts.end()];
        Arrays.fill(places, -1);
        Varints.write(out, texts.size());
        int used = 0;
        for (long index = events.first(); index < events.end(); index++) {
            int number = (int) events.values().bits(index);
            if (places[number] < 0) {
                places[number] = used++;
                writeBytes(texts.get(number), out);
            }
        }
        for (long index = events.first(); index < events.end(); index++) {
            Varints.write(out, places[(int) events.values().bits(index)]);
        }
    }

    private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        Varints.write(out, bytes.length);
        out.write(bytes);
    }

    private static void writeValue(SeriesValues values, long index, DataOutput out) throws IOException {
        writeBits(values.kind, values.bits(index), out);
        if (values.isBig(index)) {
            writeBig(values.decimal(index), out);
        }
    }

    /** A number; of a decimal that is beyond a long only that it is, and {@link #writeBig} follows. */
    static void writeBits(SeriesKind kind, long bits, DataOutput out) throws IOException {
        switch (kind) {
            case TIMES, TEXTS -> {}
            case LONGS -> Varints.writeSigned(out, bits);
            case DOUBLES -> out.writeLong(bits);
            case DECIMALS, MONEYS -> {
                out.writeByte((int) bits & Row.BIG);
                if (Row.isCompact(bits)) {
                    Varints.writeSigned(out, bits >> 8);
                }
            }
        }
    }

    static void writeBig(BigDecimal value, DataOutput out) throws IOException {
        out.writeInt(value.scale());
        writeBytes(value.unscaledValue().toByteArray(), out);
    }

    static void read(Events events, DataInput in) throws IOException {
        if (events.kind == SeriesKind.MONEYS) {
            readCurrencies(events, in);
        } else if (events.kind == SeriesKind.TEXTS) {
            readTexts(events, in);
        }
        for (long index = events.first(); index < events.end(); index++) {
            readValue(events, index, in);
        }
    }

    private static void readCurrencies(Events events, DataInput in) throws IOException {
        long[] table = new long[Varints.readCount(in)];
        for (int i = 0; i < table.length; i++) {
            table[i] = in.readLong();
        }
        for (long index = events.first(); index < events.end(); index++) {
            events.values().setCurrency(events.first(), index, table[table.length > 1 ? Varints.readCount(in) : 0]);
        }
    }

    private static void readTexts(Events events, DataInput in) throws IOException {
        byte[][] table = new byte[Varints.readCount(in)][];
        for (int i = 0; i < table.length; i++) {
            table[i] = readBytes(in);
        }
        for (long index = events.first(); index < events.end(); index++) {
            byte[] text = table[Varints.readCount(in)];
            events.values().setText(events.first(), index, text, 0, text.length);
        }
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[Varints.readCount(in)];
        in.readFully(bytes);
        return bytes;
    }

    private static void readValue(Events events, long index, DataInput in) throws IOException {
        if (events.kind == SeriesKind.TIMES || events.kind == SeriesKind.TEXTS) {
            return;
        }
        long bits = readBits(events.kind, in);
        if (SeriesValues.isBig(events.kind, bits)) {
            events.values().setDecimal(events.first(), index, readBig(in));
        } else {
            events.values().set(events.first(), index, bits);
        }
    }

    static long readBits(SeriesKind kind, DataInput in) throws IOException {
        return switch (kind) {
            case TIMES, TEXTS -> 0;
            case LONGS -> Varints.readSigned(in);
            case DOUBLES -> in.readLong();
            case DECIMALS, MONEYS -> {
                int scale = in.readUnsignedByte();
                yield scale == Row.BIG ? Row.BIG : Varints.readSigned(in) << 8 | scale;
            }
        };
    }

    static BigDecimal readBig(DataInput in) throws IOException {
        int scale = in.readInt();
        return new BigDecimal(new BigInteger(readBytes(in)), scale);
    }
}
