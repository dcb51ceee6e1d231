package io.weir.engine.evaluate;

import java.util.List;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.Union;
import org.jspecify.annotations.Nullable;

/** How many different values several sketches have seen together. */
final class DifferentUnion implements SketchUnion {

    private DifferentSketch few = new DifferentSketch();
    private @Nullable Union many;

    @Override
    public void unite(List<Sketch> sketches) {
        few = new DifferentSketch();
        many = null;
        for (Sketch each : sketches) {
            add((DifferentSketch) each);
        }
    }

    private void add(DifferentSketch sketch) {
        HllSketch registers = sketch.many();
        if (registers != null) {
            union().update(registers);
        } else {
            for (long hash : sketch.few()) {
                add(hash);
            }
        }
    }

    private void add(long hash) {
        if (many != null) {
            many.update(hash);
            return;
        }
        few.add(hash);
        if (few.many() != null) {
            union();
        }
    }

    private Union union() {
        Union known = many;
        if (known == null) {
            known = new Union(DifferentSketch.LOG_REGISTERS);
            for (long hash : few.few()) {
                known.update(hash);
            }
            if (few.many() != null) {
                known.update(few.many());
            }
            many = known;
        }
        return known;
    }

    @Override
    public boolean grow(long value, long currency) {
        add(value);
        return true;
    }

    /** The composite estimate: unlike the library's other one it follows from the registers, not from the order of the values. */
    @Override
    public void read(Reading reading, Frame f, int register) {
        f.number(register, many == null ? few.size() : Math.round(many.getCompositeEstimate()));
    }
}
