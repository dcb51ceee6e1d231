package io.weir.dsl.explain;

import io.weir.dsl.plan.Expr;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule reads besides events, in words: tables, rates, published lists, lists in events. */
final class DataWords {

    private final Sentence sentence;

    DataWords(Sentence sentence) {
        this.sentence = sentence;
    }

    String words(Expr expr) {
        if (expr instanceof Expr.Lookup lookup) {
            String keys = lookup.keys().stream().map(sentence::words).collect(Collectors.joining(", "));
            return "the " + lookup.column() + " that table " + lookup.table() + " has for " + keys
                    + asOf(lookup.asOf());
        } else if (expr instanceof Expr.Convert convert) {
            return sentence.part(convert.operand()) + " in " + convert.currency() + " by the rates of "
                    + convert.rates() + asOf(convert.asOf());
        } else if (expr instanceof Expr.InPublished in) {
            return sentence.part(in.operand()) + " is in the published list @" + in.list();
        } else if (expr instanceof Expr.Among among) {
            return sentence.part(among.operand()) + " is among " + sentence.words(among.list());
        }
        throw new IllegalStateException("An expression without words: " + expr);
    }

    private String asOf(@Nullable Expr time) {
        return time == null ? "" : " as of " + sentence.words(time);
    }
}
