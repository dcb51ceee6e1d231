package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The events of a series as bytes: the gaps in their ordinals, their number, their times as differences, then their values. A gap is how
 * many events lie between it and the one before, and how many without a value passed there.
 */
final class EventsCodec {

    private EventsCodec() {}

    static void write(Series series, DataOutput out) throws IOException {
        writeGaps(series, out);
        Varints.write(out, series.size());
        long last = 0;
        for (long index = series.first(); index < series.end(); index++) {
            Varints.writeSigned(out, series.time(index) - last);
            last = series.time(index);
        }
        ValuesCodec.write(series, out);
    }

    private static void writeGaps(Series series, DataOutput out) throws IOException {
        if (series.ordinals().areConsecutive()) {
            Varints.write(out, 0);
            return;
        }
        int gaps = 0;
        for (long index = series.first() + 1; index <= series.end(); index++) {
            gaps += gapBefore(series, index) > 0 ? 1 : 0;
        }
        Varints.write(out, gaps);
        long last = series.first();
        for (long index = series.first() + 1; index <= series.end(); index++) {
            if (gapBefore(series, index) > 0) {
                Varints.write(out, index - last);
                Varints.write(out, gapBefore(series, index));
                last = index;
            }
        }
    }

    private static long gapBefore(Series series, long index) {
        long place = index == series.end() ? series.passed() : series.ordinals().of(index);
        return place - series.ordinals().of(index - 1) - 1;
    }

    static void read(Series series, DataInput in) throws IOException {
        int gaps = Varints.readCount(in);
        if (gaps == 0) {
            readWithoutGaps(series, in);
            return;
        }
        int[] at = new int[gaps];
        long[] skipped = new long[gaps];
        int last = 0;
        for (int i = 0; i < gaps; i++) {
            last += Varints.readCount(in);
            at[i] = last;
            skipped[i] = Varints.read(in);
        }
        readEvents(series, in, at, skipped);
    }

    static void readWithoutGaps(Series series, DataInput in) throws IOException {
        readEvents(series, in, new int[0], new long[0]);
    }

    private static void readEvents(Series series, DataInput in, int[] at, long[] skipped) throws IOException {
        int size = Varints.readCount(in);
        long time = 0;
        int gap = 0;
        for (int i = 0; i <= size; i++) {
            if (gap < at.length && at[gap] == i) {
                series.skip(skipped[gap++]);
            }
            if (i < size) {
                time += Varints.readSigned(in);
                series.add(time);
            }
        }
        ValuesCodec.read(series, in);
    }
}
