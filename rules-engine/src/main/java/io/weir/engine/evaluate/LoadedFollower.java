package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.Follow;
import java.util.List;

/**
 * One stream's events as what may follow a rule's triggering event. The filter is what the row alone decides of the {@code where}; the
 * rest is asked with the triggering event at hand.
 */
final class LoadedFollower {

    private final EpochStream stream;
    private final List<Condition> filter;
    private final Program program;
    private final Program.Entry rest;

    LoadedFollower(LoadedRule rule, Follow follow, int index, Named named) {
        stream = rule.parts().followers().get(index);
        StreamView view = new StreamView(stream.schema(), index);
        List<Expr> conjuncts = follow.where() == null ? List.of() : Expressions.conjuncts(follow.where());
        filter = Condition.all(
                view, conjuncts.stream().filter(LoadedFollower::isOfRow).toList(), List.of());
        ProgramBuilder builder = new ProgramBuilder(view, named, rule.schemas());
        rest = builder.add(new Expr.And(
                conjuncts.stream().filter(conjunct -> !isOfRow(conjunct)).toList()));
        program = builder.build();
    }

    /** The rule's lets are those of the triggering event. */
    private static boolean isOfRow(Expr expr) {
        return ExprParts.all(expr).noneMatch(Expr.LetOf.class::isInstance)
                && Expressions.needsOnlyTheRow(expr, List.of());
    }

    EpochStream stream() {
        return stream;
    }

    List<Condition> filter() {
        return filter;
    }

    Program program() {
        return program;
    }

    /** Whether the row at hand settles the trigger whose values the program has been given. Fails with {@link RuleFailure}. */
    boolean settles() {
        return program.test(rest) == 1;
    }
}
