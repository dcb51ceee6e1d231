package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a series that has chunks keeps beside them, as bytes: its first index, the newest events, of older ones those that leave a
 * window next, and what the windows that reach back to them hold. The form is stored, so it never changes.
 */
final class SeriesHead {

    /** So many events leave a window before its chunk is read again. */
    private static final int NEXT = 32;

    private SeriesHead() {}

    static void write(Series series, DataOutput out) throws IOException {
        Varints.write(out, series.first());
        ChunkCodec.write(series.open(), out);
        List<WindowCursor> windows = series.windows().storable();
        List<Events> edges = edges(series, windows);
        Varints.write(out, edges.size());
        for (Events edge : edges) {
            ChunkCodec.write(edge, out);
        }
        Varints.write(out, windows.size());
        for (WindowCursor window : windows) {
            CursorCodec.write(window, out);
        }
    }

    /** One for each chunk that has an edge, from its first one on. */
    private static List<Events> edges(Series series, List<WindowCursor> windows) {
        long[] froms = froms(series, windows);
        List<Events> edges = new ArrayList<>();
        for (int i = 0; i < froms.length; ) {
            int last = i;
            while (last + 1 < froms.length && ClosedEvents.number(froms[last + 1]) == ClosedEvents.number(froms[i])) {
                last++;
            }
            Events chunk = series.atHand(froms[i]);
            if (chunk != null) {
                edges.add(chunk.slice(froms[i], Math.min(froms[last] + NEXT, chunk.end())));
            }
            i = last + 1;
        }
        return edges;
    }

    /** A window looks whether the event before its first is in again, and then whether its first ones are out. */
    private static long[] froms(Series series, List<WindowCursor> windows) {
        long[] froms = new long[windows.size() * 2 + 1];
        for (int i = 0; i < windows.size(); i++) {
            froms[2 * i] = windows.get(i).first();
            froms[2 * i + 1] = Math.max(series.first(), windows.get(i).first() - 1);
        }
        froms[windows.size() * 2] = series.first();
        Arrays.sort(froms);
        return froms;
    }

    static void read(Series series, DataInput in) throws IOException {
        long first = Varints.read(in);
        Events open = ChunkCodec.read(series.kind(), in);
        List<Events> edges = new ArrayList<>();
        for (int i = Varints.readCount(in); i > 0; i--) {
            edges.add(ChunkCodec.read(series.kind(), in));
        }
        series.restore(first, open, edges);
        for (int i = Varints.readCount(in); i > 0; i--) {
            series.windows().restore(CursorCodec.read(series, in));
        }
    }
}
