package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.memory.Memory;

/** Sketches as bytes: stored, so every version that was ever written stays readable. Equal sketches have equal bytes. */
final class SketchCodec {

    private static final int VERSION = 1;
    private static final Sketch.Kind[] KINDS = Sketch.Kind.values();

    private SketchCodec() {}

    static void write(SketchPanes sketches, DataOutput out) throws IOException {
        SketchPlan plan = sketches.plan();
        out.writeByte(VERSION);
        out.writeLong(plan.name());
        out.writeByte(plan.kind().ordinal());
        Varints.write(out, plan.length());
        Varints.write(out, plan.width());
        out.writeLong(plan.origin());
        out.writeBoolean(plan.includesCurrent());
        out.writeLong(plan.since());
        Varints.write(out, sketches.panes().size());
        for (SketchPanes.Pane pane : sketches.panes()) {
            out.writeLong(pane.start());
            if (pane.sketch() instanceof DifferentSketch different) {
                write(different, out);
            } else if (pane.sketch() instanceof RankSketch ranks) {
                write(ranks, out);
            }
        }
        SketchPanes.Latest latest = sketches.latest();
        out.writeBoolean(latest != null);
        if (latest != null) {
            out.writeLong(latest.time());
            out.writeLong(latest.value());
            out.writeLong(latest.currency());
        }
    }

    static SketchPanes read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("Sketches of version " + version + ", but this program reads up to " + VERSION
                    + " (OPERATOR: run the program that wrote them, or a newer one)");
        }
        long name = in.readLong();
        Sketch.Kind kind = KINDS[in.readByte()];
        SketchPlan plan = new SketchPlan(
                name, kind, Varints.read(in), Varints.read(in), in.readLong(), in.readBoolean(), in.readLong());
        SketchPanes sketches = new SketchPanes(plan);
        for (int i = Varints.readCount(in); i > 0; i--) {
            long start = in.readLong();
            sketches.restore(
                    new SketchPanes.Pane(start, kind == Sketch.Kind.DIFFERENT ? readDifferent(in) : readRanks(in)));
        }
        if (in.readBoolean()) {
            sketches.restore(new SketchPanes.Latest(in.readLong(), in.readLong(), in.readLong()));
        }
        return sketches;
    }

    private static void write(DifferentSketch sketch, DataOutput out) throws IOException {
        HllSketch many = sketch.many();
        out.writeBoolean(many != null);
        if (many != null) {
            byte[] bytes = many.toCompactByteArray();
            Varints.write(out, bytes.length);
            out.write(bytes);
            return;
        }
        Varints.write(out, sketch.size());
        for (long hash : sketch.few()) {
            out.writeLong(hash);
        }
    }

    private static DifferentSketch readDifferent(DataInput in) throws IOException {
        if (in.readBoolean()) {
            byte[] bytes = new byte[Varints.readCount(in)];
            in.readFully(bytes);
            return new DifferentSketch(HllSketch.heapify(Memory.wrap(bytes)));
        }
        long[] few = new long[Varints.readCount(in)];
        for (int i = 0; i < few.length; i++) {
            few[i] = in.readLong();
        }
        return new DifferentSketch(few);
    }

    private static void write(RankSketch sketch, DataOutput out) throws IOException {
        out.writeLong(sketch.currency());
        Centroids older = sketch.older();
        Varints.write(out, older.size());
        for (int i = 0; i < older.size(); i++) {
            out.writeDouble(older.means()[i]);
            Varints.write(out, older.weights()[i]);
        }
        Varints.write(out, sketch.size());
        for (int i = 0; i < sketch.size(); i++) {
            out.writeDouble(sketch.recent()[i]);
        }
    }

    private static RankSketch readRanks(DataInput in) throws IOException {
        long currency = in.readLong();
        int size = Varints.readCount(in);
        double[] means = new double[size];
        long[] weights = new long[size];
        for (int i = 0; i < size; i++) {
            means[i] = in.readDouble();
            weights[i] = Varints.read(in);
        }
        double[] recent = new double[Varints.readCount(in)];
        for (int i = 0; i < recent.length; i++) {
            recent[i] = in.readDouble();
        }
        return new RankSketch(new Centroids(means, weights), recent, recent.length, currency);
    }
}
