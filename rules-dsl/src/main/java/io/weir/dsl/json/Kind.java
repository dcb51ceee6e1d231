package io.weir.dsl.json;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of node: what JSON calls it, and its words and parts in the order in which they are written.
 *
 * @param type the record that is such a node
 * @param fits which of these records are; a record may be of one kind or another
 * @param leaf what its only part may be, for a node that is no more than a name, a number or a text
 * @param families where it may stand
 * @param level how tightly it holds together
 * @param isOpen whether it may take words that follow it for its own, so that parentheses help where it is misread
 */
record Kind<T>(
        String name,
        Class<T> type,
        Predicate<T> fits,
        @Nullable Leaf leaf,
        Set<Family> families,
        Level level,
        boolean isOpen,
        List<Step<T>> steps) {

    static final String VALUE = "value";

    @SafeVarargs
    static <T> Kind<T> kind(String name, Class<T> type, Step<T>... steps) {
        return new Kind<>(
                name, type, node -> true, null, EnumSet.noneOf(Family.class), Level.PRIMARY, false, List.of(steps));
    }

    static <T> Kind<T> leaf(Leaf leaf, Class<T> type) {
        return new Kind<>(
                leaf.kind(), type, node -> true, leaf, EnumSet.noneOf(Family.class), Level.PRIMARY, false, List.of());
    }

    Kind<T> where(Predicate<T> fits) {
        return new Kind<>(name, type, fits, leaf, families, level, isOpen, steps);
    }

    Kind<T> in(Family first, Family... rest) {
        return new Kind<>(name, type, fits, leaf, EnumSet.of(first, rest), level, isOpen, steps);
    }

    Kind<T> at(Level level) {
        return new Kind<>(name, type, fits, leaf, families, level, isOpen, steps);
    }

    Kind<T> open() {
        return new Kind<>(name, type, fits, leaf, families, level, true, steps);
    }

    boolean isOf(Object node) {
        return type.isInstance(node) && fits.test(type.cast(node));
    }

    /** All parts, those that may be missing included. */
    List<Part<T>> parts() {
        List<Part<T>> parts = new ArrayList<>();
        eachPart(steps, parts::add);
        return parts;
    }

    /** True for a part that every such node has. */
    boolean needs(Part<?> part) {
        return part.isRequired() && steps.contains(part);
    }

    private static <T> void eachPart(List<Step<T>> steps, Consumer<Part<T>> consumer) {
        for (Step<T> step : steps) {
            if (step instanceof Part<T> part) {
                consumer.accept(part);
            } else if (step instanceof Step.Maybe<T> maybe) {
                eachPart(maybe.steps(), consumer);
            }
        }
    }
}
