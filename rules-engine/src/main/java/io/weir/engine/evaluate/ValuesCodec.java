package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of a series as bytes, by kind; moneys have a table of their currencies before them, texts one of the texts. */
final class ValuesCodec {

    private ValuesCodec() {}

    static void write(Series series, DataOutput out) throws IOException {
        if (series.kind() == SeriesKind.MONEYS) {
            writeCurrencies(series, out);
        } else if (series.kind() == SeriesKind.TEXTS) {
            writeTexts(series, out);
            return;
        }
        for (long index = series.first(); index < series.end(); index++) {
            writeValue(series.values(), index, out);
        }
    }

    private static void writeCurrencies(Series series, DataOutput out) throws IOException {
        SeriesValues values = series.values();
        List<Long> table = new ArrayList<>();
        for (long index = series.first(); index < series.end(); index++) {
            if (!table.contains(values.currency(index))) {
                table.add(values.currency(index));
            }
        }
        Varints.write(out, table.size());
        for (long currency : table) {
            out.writeLong(currency);
        }
        if (table.size() > 1) {
            for (long index = series.first(); index < series.end(); index++) {
                Varints.write(out, table.indexOf(values.currency(index)));
            }
        }
    }

    /** In the order in which they come first, so that equal series have equal bytes. */
    private static void writeTexts(Series series, DataOutput out) throws IOException {
        Dictionary texts = series.values().texts();
        int[] places = new int[texts.end()];
        Arrays.fill(places, -1);
        Varints.write(out, texts.size());
        int used = 0;
        for (long index = series.first(); index < series.end(); index++) {
            int number = (int) series.values().bits(index);
            if (places[number] < 0) {
                places[number] = used++;
                writeBytes(texts.get(number), out);
            }
        }
        for (long index = series.first(); index < series.end(); index++) {
            Varints.write(out, places[(int) series.values().bits(index)]);
        }
    }

    private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        Varints.write(out, bytes.length);
        out.write(bytes);
    }

    private static void writeValue(SeriesValues values, long index, DataOutput out) throws IOException {
        switch (values.kind) {
            case TIMES, TEXTS -> {}
            case LONGS -> Varints.writeSigned(out, values.bits(index));
            case DOUBLES -> out.writeLong(values.bits(index));
            case DECIMALS, MONEYS -> {
                if (values.isCompact(index)) {
                    out.writeByte((int) values.bits(index) & Row.BIG);
                    Varints.writeSigned(out, values.bits(index) >> 8);
                } else {
                    writeBig(values.decimal(index), out);
                }
            }
        }
    }

    private static void writeBig(BigDecimal value, DataOutput out) throws IOException {
        out.writeByte(Row.BIG);
        out.writeInt(value.scale());
        writeBytes(value.unscaledValue().toByteArray(), out);
    }

    static void read(Series series, DataInput in) throws IOException {
        if (series.kind() == SeriesKind.MONEYS) {
            readCurrencies(series, in);
        } else if (series.kind() == SeriesKind.TEXTS) {
            readTexts(series, in);
        }
        for (long index = series.first(); index < series.end(); index++) {
            readValue(series, index, in);
        }
    }

    private static void readCurrencies(Series series, DataInput in) throws IOException {
        long[] table = new long[Varints.readCount(in)];
        for (int i = 0; i < table.length; i++) {
            table[i] = in.readLong();
        }
        for (long index = series.first(); index < series.end(); index++) {
            series.setCurrency(index, table[table.length > 1 ? Varints.readCount(in) : 0]);
        }
    }

    private static void readTexts(Series series, DataInput in) throws IOException {
        byte[][] table = new byte[Varints.readCount(in)][];
        for (int i = 0; i < table.length; i++) {
            table[i] = readBytes(in);
        }
        for (long index = series.first(); index < series.end(); index++) {
            byte[] text = table[Varints.readCount(in)];
            series.setText(index, text, 0, text.length);
        }
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[Varints.readCount(in)];
        in.readFully(bytes);
        return bytes;
    }

    private static void readValue(Series series, long index, DataInput in) throws IOException {
        switch (series.kind()) {
            case TIMES, TEXTS -> {}
            case LONGS -> series.setValue(index, Varints.readSigned(in));
            case DOUBLES -> series.setValue(index, in.readLong());
            case DECIMALS, MONEYS -> {
                int scale = in.readUnsignedByte();
                if (scale == Row.BIG) {
                    int bigScale = in.readInt();
                    series.setDecimal(index, new BigDecimal(new BigInteger(readBytes(in)), bigScale));
                } else {
                    series.setDecimal(index, Varints.readSigned(in), scale);
                }
            }
        }
    }
}
