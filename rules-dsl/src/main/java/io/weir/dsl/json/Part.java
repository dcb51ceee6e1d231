package io.weir.dsl.json;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a node.
 *
 * @param between what stands between several; null for a part of which there is one at most
 * @param least how many there are at least
 * @param value the part of a record, with how its author wrote it; null where it is not there
 */
record Part<T>(
        String name,
        Shape shape,
        Place place,
        @Nullable Between between,
        int least,
        BiFunction<T, Spelling, @Nullable Object> value)
        implements Step<T> {

    /** The words between two of several. */
    interface Between {

        String words(Draft before, Draft after);
    }

    boolean isList() {
        return between != null;
    }

    boolean isRequired() {
        return isList() ? least > 0 : !(shape instanceof Shape.Flag);
    }

    Part<T> least(int number) {
        return new Part<>(name, shape, place, between, number, value);
    }
}
