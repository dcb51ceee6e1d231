package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.Sketches;
import io.weir.dsl.plan.Window;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Warns where every value of a long window is kept for all events together, and offers the approximate form. A key of its own for
 * each card or account has seldom so many, so there nothing is said.
 *
 * @param word the function; null for a count in fewer words, which has no approximate form
 */
record ExactLint(Span span, @Nullable Span word, Aggregate aggregate) implements Lint {

    /** A stream of some hundred events a second passes the bound in it. */
    private static final Duration LONG = Duration.ofHours(1);

    @Override
    public void report(Problems problems, RuleContext rule) {
        KeySpec key = rule.key();
        if (key == null || !key.isEverything() || !keepsMuch()) {
            return;
        }
        boolean different = aggregate.function() == AggregateFunction.DISTINCT;
        String form = "approximate " + aggregate.function().text();
        Problem problem = problems.report(Code.EXACT_OF_EVERYTHING, span)
                .help("'" + form + "' keeps little, with " + (different ? "a standard error" : "an error of the rank")
                        + " of " + (different ? Sketches.DIFFERENT_ERROR : Sketches.RANK_ERROR));
        if (word != null) {
            problem.fix("Change to '" + form + "'", word, form);
        }
    }

    private boolean keepsMuch() {
        boolean needsValues = switch (aggregate.function()) {
            case DISTINCT, MEDIAN, PERCENTILE -> !aggregate.approximate();
            case COUNT, SUM, AVERAGE, HIGHEST, LOWEST, STDDEV, FIRST, LAST -> false;
        };
        return needsValues
                && aggregate.window() instanceof Window.Time time
                && time.length().compareTo(LONG) >= 0;
    }
}
