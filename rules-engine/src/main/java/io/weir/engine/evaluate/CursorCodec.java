package io.weir.engine.evaluate;

import io.weir.engine.evaluate.WindowShape.Reach;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** A window with what it has counted, as bytes: its plan, its edges, how often the currency changes, then each of its measures. */
final class CursorCodec {

    private static final int INCLUDES_CURRENT = 1;
    private static final int OF_EVENTS = 2;

    private CursorCodec() {}

    static void write(WindowCursor window, DataOutput out) throws IOException {
        WindowShape shape = window.plan.shape();
        out.writeByte(
                (shape.includesCurrent() ? INCLUDES_CURRENT : 0) | (shape.reach() == Reach.EVENTS ? OF_EVENTS : 0));
        Varints.write(out, shape.length());
        out.writeLong(window.plan.liveFrom());
        int measures = 0;
        for (Measure measure : window.plan.measures()) {
            measures |= 1 << measure.ordinal();
        }
        Varints.write(out, measures);
        Varints.write(out, window.first());
        Varints.write(out, window.count());
        Varints.write(out, window.currencyChanges());
        for (Measure measure : Measure.values()) {
            if (window.plan.measures().contains(measure)) {
                write(window.part(measure), out);
            }
        }
    }

    private static void write(WindowPart part, DataOutput out) throws IOException {
        if (part instanceof Total total) {
            total.sum().write(out);
        } else {
            ((Extremes) part).write(out);
        }
    }

    static WindowCursor read(Series series, DataInput in) throws IOException {
        int flags = in.readByte();
        Reach reach = (flags & OF_EVENTS) == 0 ? Reach.TIME : Reach.EVENTS;
        WindowShape shape = new WindowShape(reach, Varints.read(in), (flags & INCLUDES_CURRENT) != 0);
        long liveFrom = in.readLong();
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        int bits = Varints.readCount(in);
        for (Measure measure : Measure.values()) {
            if ((bits & 1 << measure.ordinal()) != 0) {
                measures.add(measure);
            }
        }
        WindowCursor window = new WindowCursor(new WindowPlan(shape, liveFrom, measures), series);
        window.restore(Varints.read(in), Varints.read(in), Varints.read(in));
        for (Measure measure : Measure.values()) {
            if (measures.contains(measure)) {
                read(window.part(measure), in);
            }
        }
        return window;
    }

    private static void read(WindowPart part, DataInput in) throws IOException {
        if (part instanceof Total total) {
            total.sum().read(in);
        } else {
            ((Extremes) part).read(in);
        }
    }
}
