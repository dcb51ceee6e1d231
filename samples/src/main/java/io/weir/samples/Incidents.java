package io.weir.samples;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets an incident's events in between the ordinary ones, in their order. */
final class Incidents<E> {

    private static final int SECONDS_BETWEEN = 3;
    /** Of the events while an incident lasts. */
    private static final double SHARE = 0.5;

    private final Random random;
    private final double chance;
    private final Supplier<Iterable<E>> invent;
    private final Deque<E> waiting = new ArrayDeque<>();

    Incidents(Random random, int eventsPerSecond, Supplier<Iterable<E>> invent) {
        this.random = random;
        this.chance = 1.0 / Math.max(1, eventsPerSecond * SECONDS_BETWEEN);
        this.invent = invent;
    }

    /** Null: something ordinary is next. */
    @Nullable
    E next() {
        if (waiting.isEmpty() && random.nextDouble() < chance) {
            invent.get().forEach(waiting::add);
        }
        return random.nextDouble() < SHARE ? waiting.poll() : null;
    }
}
