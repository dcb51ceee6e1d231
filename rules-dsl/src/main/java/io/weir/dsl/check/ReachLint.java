package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warns of tiers and arms that never act: they are never true, or what stands before them always is, or asks for the same. */
record ReachLint(List<Part> parts) implements Lint {

    private static final String FIRST = "the first that is true acts, and no other";

    /**
     * A tier or an arm.
     *
     * @param source what it asks for; null for what is left
     */
    record Part(Span span, @Nullable Expression source, Expr condition) {}

    ReachLint {
        parts = List.copyOf(parts);
    }

    @Override
    public void report(Problems problems, RuleContext rule) {
        Set<Expr> asked = new HashSet<>();
        boolean alwaysBefore = false;
        for (Part part : parts) {
            Boolean truth = Truth.of(part.condition, rule);
            if (alwaysBefore) {
                problems.report(Code.NEVER_ACTS, part.span, "what stands before it is always true")
                        .help(FIRST);
                return;
            } else if (Boolean.FALSE.equals(truth) && !problems.has(asked(part), Code.NEVER_TRUE)) {
                problems.report(Code.NEVER_TRUE, asked(part));
            } else if (truth == null && !asked.add(part.condition)) {
                problems.report(Code.NEVER_ACTS, asked(part), "the same is asked before it")
                        .help(FIRST);
            }
            alwaysBefore = Boolean.TRUE.equals(truth);
        }
    }

    private static Span asked(Part part) {
        return part.source == null ? part.span : part.source.span();
    }
}
