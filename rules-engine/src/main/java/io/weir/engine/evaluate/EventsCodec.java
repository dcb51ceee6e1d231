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

    static void write(Events events, DataOutput out) throws IOException {
        writeGaps(events, out);
        Varints.write(out, events.size());
        long last = 0;
        for (long index = events.first(); index < events.end(); index++) {
            Varints.writeSigned(out, events.time(index) - last);
            last = events.time(index);
        }
        ValuesCodec.write(events, out);
    }

    private static void writeGaps(Events events, DataOutput out) throws IOException {
        if (events.areConsecutive()) {
            Varints.write(out, 0);
            return;
        }
        int gaps = 0;
        for (long index = events.first() + 1; index <= events.end(); index++) {
            gaps += gapBefore(events, index) > 0 ? 1 : 0;
        }
        Varints.write(out, gaps);
        long last = events.first();
        for (long index = events.first() + 1; index <= events.end(); index++) {
            if (gapBefore(events, index) > 0) {
                Varints.write(out, index - last);
                Varints.write(out, gapBefore(events, index));
                last = index;
            }
        }
    }

    private static long gapBefore(Events events, long index) {
        return events.place(index) - events.place(index - 1) - 1;
    }

    static void read(Events events, DataInput in) throws IOException {
        int gaps = Varints.readCount(in);
        if (gaps == 0) {
            readWithoutGaps(events, in);
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
        readEvents(events, in, at, skipped);
    }

    static void readWithoutGaps(Events events, DataInput in) throws IOException {
        readEvents(events, in, new int[0], new long[0]);
    }

    private static void readEvents(Events events, DataInput in, int[] at, long[] skipped) throws IOException {
        int size = Varints.readCount(in);
        long time = 0;
        int gap = 0;
        for (int i = 0; i <= size; i++) {
            if (gap < at.length && at[gap] == i) {
                events.skip(skipped[gap++]);
            }
            if (i < size) {
                time += Varints.readSigned(in);
                events.add(time);
            }
        }
        ValuesCodec.read(events, in);
    }
}
