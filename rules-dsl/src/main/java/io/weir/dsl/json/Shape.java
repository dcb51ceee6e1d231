package io.weir.dsl.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSON a part is. A {@link Leaf} is one too. */
sealed interface Shape permits Leaf, Shape.Node, Shape.Choice, Shape.Flag, Shape.Truth {

    /**
     * An object: of a family, or of the only kind that may stand there.
     *
     * @param family null for a kind
     * @param text the name of either
     */
    record Node(@Nullable Family family, String text) implements Shape {

        static Node of(Family family) {
            return new Node(family, family.text());
        }

        static Node of(String kind) {
            return new Node(null, kind);
        }
    }

    /** One of some words, with how a rule writes each. */
    record Choice(Map<String, String> words) implements Shape {

        static Choice of(String... words) {
            Map<String, String> choices = new LinkedHashMap<>();
            for (String word : words) {
                choices.put(word, word);
            }
            return new Choice(choices);
        }
    }

    /** True, for a word that stands there or not. */
    record Flag(String word) implements Shape {}

    /** True or false. */
    record Truth() implements Shape {}
}
