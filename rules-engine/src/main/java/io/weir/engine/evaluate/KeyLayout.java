package io.weir.engine.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The series that an epoch's rules read for the keys of one spec, by number. */
final class KeyLayout {

    static final KeyLayout NONE = new KeyLayout(List.of());

    private final List<SeriesPlan> series;
    private final Map<Long, Integer> numbers = new HashMap<>();

    KeyLayout(List<SeriesPlan> series) {
        this.series = List.copyOf(series);
        for (int i = 0; i < series.size(); i++) {
            numbers.put(series.get(i).name(), i);
        }
    }

    List<SeriesPlan> series() {
        return series;
    }

    /** -1 where no rule reads it. */
    int numberOf(long name) {
        return numbers.getOrDefault(name, -1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyLayout layout && series.equals(layout.series);
    }

    @Override
    public int hashCode() {
        return series.hashCode();
    }
}
