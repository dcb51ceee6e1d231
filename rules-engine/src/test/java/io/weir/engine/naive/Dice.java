package io.weir.engine.naive;

import java.util.List;
import java.util.Random;
import java.util.Set;

/** Chooses at random among what is allowed. */
final class Dice {

    final Random random;
    private final Set<Construct> allowed;

    Dice(Random random, Set<Construct> allowed) {
        this.random = random;
        this.allowed = allowed;
    }

    boolean may(Construct construct) {
        return allowed.contains(construct);
    }

    /** Allowed, and chosen once in so many times. */
    boolean may(Construct construct, int times) {
        return may(construct) && once(times);
    }

    boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Short, and often such that events lie on its edge. */
    String duration() {
        return one("1 second", "2 seconds", "3 seconds", "5 seconds", "7 seconds", "12 seconds", "2_500 milliseconds");
    }
}
