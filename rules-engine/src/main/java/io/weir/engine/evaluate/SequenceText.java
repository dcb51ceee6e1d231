package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sequence;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A rule's sequence as a text that is stored (hashed into the name of its state), so its form never changes. */
final class SequenceText {

    private SequenceText() {}

    /** The same text for the same steps in the same rule, whatever else its revisions change, and the steps' names. */
    static String of(RulePlan rule) {
        Sequence sequence = ((RuleBody.Match) rule.body()).sequence();
        Duration within = sequence.within();
        StringBuilder text = new StringBuilder("sequence ")
                .append(rule.slug())
                .append(sequence.strictly() ? " strictly" : "")
                .append(" within ")
                .append(within == null ? "-" : Long.toString(within.toMillis()))
                .append(" resume ")
                .append(sequence.resumeAt());
        for (RulePlan.Trigger trigger : rule.on()) {
            text.append("\non `").append(trigger.stream().name()).append('`').append(where(trigger.where(), rule));
        }
        for (Sequence.Step step : sequence.steps()) {
            text.append(step.forbidden() ? "\nno " : "\n")
                    .append(step.least())
                    .append(' ')
                    .append(step.most())
                    .append(" of ")
                    .append(step.streams())
                    .append(where(step.where(), rule));
        }
        return text.append('\n').append(SequenceNeeds.of(rule).text()).toString();
    }

    private static String where(@Nullable Expr where, RulePlan rule) {
        return where == null
                ? ""
                : " where " + Expressions.withoutLets(where, rule.lets()).canonical();
    }
}
