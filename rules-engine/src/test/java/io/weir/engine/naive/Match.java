package io.weir.engine.naive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that a sequence's steps have matched.
 *
 * @param steps those of each step
 * @param all in order
 * @param before what {@code previous} means for the event at hand
 */
record Match(
        List<List<Event>> steps, List<Event> all, @Nullable Event before) {

    static Match empty(int steps) {
        return new Match(Collections.nCopies(steps, List.of()), List.of(), null);
    }

    Match with(int step, Event event) {
        List<List<Event>> longer = new ArrayList<>(steps);
        longer.set(step, and(steps.get(step), event));
        return new Match(longer, and(all, event), before);
    }

    Match before(@Nullable Event event) {
        return new Match(steps, all, event);
    }

    Event first() {
        return all.get(0);
    }

    Event last() {
        return all.get(all.size() - 1);
    }

    /** The last but so many; null where it has not so many. */
    @Nullable
    Event fromEnd(int places) {
        return all.size() > places ? all.get(all.size() - 1 - places) : null;
    }

    private static List<Event> and(List<Event> events, Event event) {
        List<Event> longer = new ArrayList<>(events);
        longer.add(event);
        return List.copyOf(longer);
    }
}
