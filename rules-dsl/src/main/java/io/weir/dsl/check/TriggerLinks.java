package io.weir.dsl.check;

import io.weir.dsl.plan.Operator;
import io.weir.dsl.syntax.Expression;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Where an aggregate's {@code where} asks that a counted event's field is the triggering event's: nowhere but in its outermost {@code and}. */
final class TriggerLinks {

    private TriggerLinks() {}

    /** The paths that lead to the triggering event's fields and stand right. */
    static Set<Expression> in(Expression where, Predicate<Expression.Path> isTrigger) {
        Set<Expression> found = Collections.newSetFromMap(new IdentityHashMap<>());
        add(where, isTrigger, found);
        return found;
    }

    private static void add(Expression condition, Predicate<Expression.Path> isTrigger, Set<Expression> found) {
        Expression inner = ExpressionParts.ungrouped(condition);
        if (inner instanceof Expression.And and) {
            and.operands().forEach(operand -> add(operand, isTrigger, found));
        } else if (inner instanceof Expression.Binary equal && equal.operator() == Operator.EQUAL && !equal.negated()) {
            List<Expression> sides =
                    List.of(ExpressionParts.ungrouped(equal.left()), ExpressionParts.ungrouped(equal.right()));
            List<Expression> ofTrigger = sides.stream()
                    .filter(side -> side instanceof Expression.Path path && isTrigger.test(path))
                    .toList();
            if (ofTrigger.size() == 1 && sides.stream().allMatch(Expression.Path.class::isInstance)) {
                found.addAll(ofTrigger);
            }
        }
    }
}
