package io.weir.dsl.json;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The words of the language, as the kinds of nodes use them. */
final class LanguageWords {

    private LanguageWords() {}

    static Set<String> all() {
        Set<String> words = new HashSet<>();
        Kinds.all().forEach(kind -> add(kind.steps(), words));
        return words;
    }

    private static void add(List<? extends Step<?>> steps, Set<String> words) {
        for (Step<?> step : steps) {
            if (step instanceof Step.Say<?> say) {
                add(say.words(), words);
            } else if (step instanceof Step.Unless<?> unless) {
                add(unless.words(), words);
            } else if (step instanceof Step.Maybe<?> maybe) {
                add(maybe.steps(), words);
            } else if (step instanceof Part<?> part && part.shape() instanceof Shape.Choice choice) {
                choice.words().values().forEach(word -> add(word, words));
            } else if (step instanceof Part<?> part && part.shape() instanceof Shape.Flag flag) {
                add(flag.word(), words);
            }
        }
    }

    private static void add(String text, Set<String> words) {
        Stream.of(text.split(" ")).forEach(words::add);
    }
}
