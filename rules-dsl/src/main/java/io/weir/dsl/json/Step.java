package io.weir.dsl.json;

import java.util.List;

/** A piece of how a node is written: words, a part, or both where the part is there. */
sealed interface Step<T> permits Step.Say, Part, Step.Maybe, Step.Unless {

    /** Words or a symbol. */
    record Say<T>(String words) implements Step<T> {

        boolean isSymbol() {
            return !Character.isLetter(words.charAt(0));
        }
    }

    /** What is written only where one of its parts is there. */
    record Maybe<T>(List<Step<T>> steps) implements Step<T> {}

    /** Words that are written where a part is not there. */
    record Unless<T>(String part, String words) implements Step<T> {}
}
