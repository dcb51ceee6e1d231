package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Let;
import java.util.List;

/**
 * A condition over a row of one stream alone.
 *
 * @param canonical equal for equal meanings, whichever rule it stands in
 */
record Condition(Expr expr, String canonical) {

    static List<Condition> all(StreamView view, List<Expr> conjuncts, List<Let> lets) {
        return conjuncts.stream().map(conjunct -> of(view, conjunct, lets)).toList();
    }

    static Condition of(StreamView view, Expr expr, List<Let> lets) {
        Expr onRow = Expressions.onRowOf(view, expr, lets);
        return new Condition(onRow, onRow.canonical());
    }
}
