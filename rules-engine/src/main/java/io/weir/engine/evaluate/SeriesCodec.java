package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a key keeps for the aggregates of one name, as bytes: name, kind, flags, retention, the time up to which events were lost,
 * then the series; of a split one their number, and before each the bytes that are compared. The form is stored, so it never changes; a
 * newer one takes another version of {@link KeyStateCodec}.
 */
final class SeriesCodec {

    private static final int SPLIT = 1;
    private static final int LOST = 2;
    private static final int SESSION = 4;
    private static final int EVENTS = 8;
    private static final int CHUNKS = 16;

    private SeriesCodec() {}

    static void write(KeySeries series, DataOutput out) throws IOException {
        Retention retention = series.retention();
        out.writeLong(series.name());
        out.writeByte(series.kind().ordinal());
        out.writeByte(flags(series));
        Varints.write(out, retention.length());
        if (retention.events() > 0) {
            Varints.write(out, retention.events());
        }
        if (series.lostUntil() > Long.MIN_VALUE) {
            out.writeLong(series.lostUntil());
        }
        if (series instanceof SplitSeries split) {
            writeParts(split, out);
        } else if (hasChunks(series)) {
            SeriesHead.write((Series) series, out);
        } else {
            EventsCodec.write(((Series) series).open(), out);
        }
    }

    private static int flags(KeySeries series) {
        return (series instanceof SplitSeries ? SPLIT : 0)
                | (series.lostUntil() > Long.MIN_VALUE ? LOST : 0)
                | (series.retention().session() ? SESSION : 0)
                | (series.retention().events() > 0 ? EVENTS : 0)
                | (hasChunks(series) ? CHUNKS : 0);
    }

    private static boolean hasChunks(KeySeries series) {
        return series instanceof Series one && one.hasChunks();
    }

    private static void writeParts(SplitSeries split, DataOutput out) throws IOException {
        Varints.write(out, split.parts());
        try {
            split.forEach((link, part) -> writePart(link, part, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writePart(byte[] link, Series part, DataOutput out) {
        try {
            Varints.write(out, link.length);
            out.write(link);
            EventsCodec.write(part.open(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeySeries read(DataInput in) throws IOException {
        long name = in.readLong();
        SeriesKind kind = SeriesKind.values()[in.readByte()];
        int flags = in.readByte();
        KeySeries series = (flags & SPLIT) == 0 ? new Series(name, kind) : new SplitSeries(name, kind);
        long length = Varints.read(in);
        int events = (flags & EVENTS) == 0 ? 0 : Varints.readCount(in);
        series.retention(new Retention(length, events, (flags & SESSION) != 0));
        if ((flags & LOST) != 0) {
            series.lostUntil(in.readLong());
        }
        if (series instanceof SplitSeries split) {
            readParts(split, in);
        } else if ((flags & CHUNKS) != 0) {
            SeriesHead.read((Series) series, in);
        } else {
            EventsCodec.read(((Series) series).open(), in);
        }
        return series;
    }

    private static void readParts(SplitSeries split, DataInput in) throws IOException {
        for (int parts = Varints.readCount(in); parts > 0; parts--) {
            byte[] link = new byte[Varints.readCount(in)];
            in.readFully(link);
            Series part = split.add(link, link.length);
            EventsCodec.read(part.open(), in);
            split.filled(part);
        }
    }

    /** Panes: name, what is kept of each, how their events' values are given, then each column as a series. */
    static void write(PanedSeries panes, DataOutput out) throws IOException {
        out.writeLong(panes.name());
        out.writeByte(panes.function().ordinal());
        out.writeByte(panes.events().ordinal());
        for (Series column : panes.columns()) {
            write(column, out);
        }
    }

    static PanedSeries readPanes(DataInput in) throws IOException {
        long name = in.readLong();
        PaneFunction function = PaneFunction.values()[in.readByte()];
        SeriesKind events = SeriesKind.values()[in.readByte()];
        Series[] columns = new Series[function.columns()];
        for (int number = 0; number < columns.length; number++) {
            columns[number] = (Series) read(in);
        }
        return new PanedSeries(name, function, events, columns);
    }

    /** A series as version 1 wrote it: name, kind, retention, then its events without gaps. */
    static KeySeries readFirstVersion(DataInput in) throws IOException {
        Series series = new Series(in.readLong(), SeriesKind.values()[in.readByte()]);
        series.retention(new Retention(Varints.read(in), 0, false));
        EventsCodec.readWithoutGaps(series.open(), in);
        return series;
    }
}
