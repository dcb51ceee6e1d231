package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A series as bytes: name, kind, retention, count, times as differences, then the numbers by kind; moneys have a table of their
 * currencies before them. The form is stored, so it never changes; a newer one takes another version of {@link KeyStateCodec}.
 */
final class SeriesCodec {

    private SeriesCodec() {}

    static void write(Series series, DataOutput out) throws IOException {
        out.writeLong(series.name);
        out.writeByte(series.kind.ordinal());
        Varints.write(out, series.retention());
        Varints.write(out, series.size());
        long last = 0;
        for (long index = series.first(); index < series.end(); index++) {
            Varints.writeSigned(out, series.time(index) - last);
            last = series.time(index);
        }
        if (series.kind == SeriesKind.MONEYS) {
            writeCurrencies(series, out);
        }
        for (long index = series.first(); index < series.end(); index++) {
            writeValue(series, index, out);
        }
    }

    private static void writeCurrencies(Series series, DataOutput out) throws IOException {
        List<Long> table = new ArrayList<>();
        for (long index = series.first(); index < series.end(); index++) {
            if (!table.contains(series.currency(index))) {
                table.add(series.currency(index));
            }
        }
        Varints.write(out, table.size());
        for (long currency : table) {
            out.writeLong(currency);
        }
        if (table.size() > 1) {
            for (long index = series.first(); index < series.end(); index++) {
                Varints.write(out, table.indexOf(series.currency(index)));
            }
        }
    }

    private static void writeValue(Series series, long index, DataOutput out) throws IOException {
        switch (series.kind) {
            case TIMES -> {}
            case LONGS -> Varints.writeSigned(out, series.value(index));
            case DOUBLES -> out.writeLong(series.value(index));
            case DECIMALS, MONEYS -> {
                if (series.isCompact(index)) {
                    out.writeByte((int) series.value(index) & Row.BIG);
                    Varints.writeSigned(out, series.value(index) >> 8);
                } else {
                    writeBig(series.decimal(index), out);
                }
            }
        }
    }

    private static void writeBig(BigDecimal value, DataOutput out) throws IOException {
        byte[] unscaled = value.unscaledValue().toByteArray();
        out.writeByte(Row.BIG);
        out.writeInt(value.scale());
        Varints.write(out, unscaled.length);
        out.write(unscaled);
    }

    static Series read(DataInput in) throws IOException {
        long name = in.readLong();
        SeriesKind kind = SeriesKind.values()[in.readByte()];
        Series series = new Series(name, kind, Varints.read(in));
        int size = Varints.readCount(in);
        long time = 0;
        for (int i = 0; i < size; i++) {
            time += Varints.readSigned(in);
            series.add(time);
        }
        if (kind == SeriesKind.MONEYS) {
            readCurrencies(series, in);
        }
        for (long index = series.first(); index < series.end(); index++) {
            readValue(series, index, in);
        }
        return series;
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

    private static void readValue(Series series, long index, DataInput in) throws IOException {
        switch (series.kind) {
            case TIMES -> {}
            case LONGS -> series.setValue(index, Varints.readSigned(in));
            case DOUBLES -> series.setValue(index, in.readLong());
            case DECIMALS, MONEYS -> {
                int scale = in.readUnsignedByte();
                if (scale == Row.BIG) {
                    series.setDecimal(index, readBig(in));
                } else {
                    series.setDecimal(index, Varints.readSigned(in), scale);
                }
            }
        }
    }

    private static BigDecimal readBig(DataInput in) throws IOException {
        int scale = in.readInt();
        byte[] unscaled = new byte[Varints.readCount(in)];
        in.readFully(unscaled);
        return new BigDecimal(new BigInteger(unscaled), scale);
    }
}
