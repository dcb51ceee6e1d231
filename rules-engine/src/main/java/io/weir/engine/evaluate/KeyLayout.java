package io.weir.engine.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts that an epoch's rules keep for the keys of one spec, by number. */
final class KeyLayout {

    static final KeyLayout NONE = new KeyLayout(List.of());

    private final List<PartPlan> parts;
    private final Map<Long, Integer> numbers = new HashMap<>();

    KeyLayout(List<? extends PartPlan> parts) {
        this.parts = List.copyOf(parts);
        for (int i = 0; i < parts.size(); i++) {
            numbers.put(parts.get(i).name(), i);
        }
    }

    List<PartPlan> parts() {
        return parts;
    }

    /** -1 where no rule asks for it. */
    int numberOf(long name) {
        return numbers.getOrDefault(name, -1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyLayout layout && parts.equals(layout.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }
}
