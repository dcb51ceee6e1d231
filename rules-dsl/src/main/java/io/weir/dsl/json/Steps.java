package io.weir.dsl.json;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Expression;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words in which {@link Kinds} says what a node consists of. */
final class Steps {

    private Steps() {}

    static <T> Step<T> say(String words) {
        return new Step.Say<>(words);
    }

    @SafeVarargs
    static <T> Step<T> maybe(Step<T>... steps) {
        return new Step.Maybe<>(List.of(steps));
    }

    static <T> Step<T> unless(String part, String words) {
        return new Step.Unless<>(part, words);
    }

    /** One part that is no expression. */
    static <T> Part<T> one(String name, Shape shape, Function<T, @Nullable Object> value) {
        return one(name, shape, Place.BARE, value);
    }

    /** One part of a family. */
    static <T> Part<T> one(String name, Family family, Function<T, @Nullable Object> value) {
        return one(name, Shape.Node.of(family), Place.BARE, value);
    }

    /** One part of the only kind that may stand there. */
    static <T> Part<T> one(String name, String kind, Function<T, @Nullable Object> value) {
        return one(name, Shape.Node.of(kind), Place.BARE, value);
    }

    /** An expression. */
    static <T> Part<T> expression(String name, Place place, Function<T, @Nullable Object> value) {
        return one(name, Shape.Node.of(Family.EXPRESSION), place, value);
    }

    /** A word that stands there or not. */
    static <T> Part<T> flag(String name, String word, Function<T, @Nullable Object> value) {
        return one(name, new Shape.Flag(word), value);
    }

    /** One of some words. */
    static <T> Part<T> choice(String name, Shape.Choice choice, BiFunction<T, Spelling, @Nullable Object> value) {
        return new Part<>(name, choice, Place.BARE, null, 0, value);
    }

    /** Any number of parts with those words between them. */
    static <T> Part<T> each(String name, String between, Shape shape, Function<T, List<?>> value) {
        return each(name, between, shape, Place.BARE, value);
    }

    static <T> Part<T> each(String name, String between, Shape shape, Place place, Function<T, List<?>> value) {
        return new Part<>(name, shape, place, (before, after) -> between, 0, (node, spelling) -> value.apply(node));
    }

    private static <T> Part<T> one(String name, Shape shape, Place place, Function<T, @Nullable Object> value) {
        return new Part<>(name, shape, place, null, 0, (node, spelling) -> value.apply(node));
    }

    /** The number that a node begins with. */
    static <T> Part<T> leadingNumber(String name, Function<T, BigDecimal> value, Function<T, Span> span) {
        return new Part<>(name, Leaf.NUMBER, Place.BARE, null, 0, (node, spelling) -> {
            BigDecimal number = value.apply(node);
            return new Expression.NumberLiteral(number, number.scale() <= 0, spelling.span(span.apply(node), 0));
        });
    }
}
