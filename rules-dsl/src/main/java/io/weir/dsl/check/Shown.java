package io.weir.dsl.check;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Expr;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code count}, {@code sum}, {@code score} … show in texts and fields: the rule's first such aggregate or score. */
final class Shown {

    static final String SCORE = "score";

    private final Map<String, Expr> first = new LinkedHashMap<>();

    /** Whether a word means an aggregate or a score, where no field and no let has that name. */
    static boolean isWord(String word) {
        return word.equals(SCORE)
                || Arrays.stream(AggregateFunction.values())
                        .anyMatch(function -> function.text().equals(word));
    }

    /** Notes an aggregate or a score; they come in the order of the text. */
    void add(String word, Expr value) {
        first.putIfAbsent(word, value);
    }

    @Nullable
    Expr of(String word) {
        return first.get(word);
    }

    /** All that there are, by their words. */
    Map<String, Expr> all() {
        return first;
    }
}
