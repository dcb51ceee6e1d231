package io.weir.dsl.check;

import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds conditions of steps that are never true, as far as that can be told from what is written out in them. */
final class Contradiction {

    private final RuleContext rule;

    Contradiction(RuleContext rule) {
        this.rule = rule;
    }

    /** Whether the condition asks of one value what it cannot be at once. */
    boolean isIn(Expr condition) {
        Map<Expr, Possible> values = new HashMap<>();
        Map<Expr, Boolean> flags = new HashMap<>();
        List<Expr> parts = conjuncts(condition);
        return parts.stream().anyMatch(part -> isFalse(part) || !fits(values, part) || !agrees(flags, part))
                || parts.stream()
                        .anyMatch(part ->
                                part instanceof Expr.IsMissing missing && values.containsKey(missing.operand()));
    }

    /** Whether it can only be true where there is an event before the one at hand. */
    boolean needsBefore(Expr condition) {
        return conjuncts(condition).stream().anyMatch(this::readsBefore);
    }

    private List<Expr> conjuncts(Expr condition) {
        Expr value = condition instanceof Expr.LetOf let ? value(let) : null;
        if (value != null) {
            return conjuncts(value);
        }
        return condition instanceof Expr.And and
                ? and.operands().stream()
                        .flatMap(operand -> conjuncts(operand).stream())
                        .toList()
                : List.of(condition);
    }

    private @Nullable Expr value(Expr.LetOf let) {
        LetSymbol symbol = rule.let(let.name());
        return symbol == null ? null : symbol.value();
    }

    // What reads a missing value is missing itself, but for what asks for that.
    private boolean readsBefore(Expr expr) {
        if (expr instanceof Expr.FieldOfEvent field) {
            return field.event() instanceof EventRef.Before;
        } else if (expr instanceof Expr.Or or) {
            return or.operands().stream().allMatch(this::readsBefore);
        } else if (expr instanceof Expr.And and) {
            return and.operands().stream().anyMatch(this::readsBefore);
        } else if (expr instanceof Expr.Else orElse) {
            return readsBefore(orElse.operand()) && readsBefore(orElse.fallback());
        } else if (expr instanceof Expr.LetOf let) {
            Expr value = value(let);
            return value != null && readsBefore(value);
        } else if (expr instanceof Expr.IsMissing || expr instanceof Expr.StepAggregate) {
            return false;
        }
        return ExprParts.of(expr).stream().anyMatch(this::readsBefore);
    }

    private static boolean isFalse(Expr part) {
        return part instanceof Expr.Constant constant && Boolean.FALSE.equals(constant.value());
    }

    private static boolean fits(Map<Expr, Possible> values, Expr part) {
        Claim claim = Claim.of(part);
        return claim == null
                || !values.computeIfAbsent(claim.subject(), Possible::of).narrow(claim);
    }

    private static boolean agrees(Map<Expr, Boolean> flags, Expr part) {
        boolean negated = part instanceof Expr.Not;
        Expr flag = part instanceof Expr.Not not ? not.operand() : part;
        boolean isFlag = flag instanceof Expr.FieldOf || flag instanceof Expr.FieldOfEvent;
        return !isFlag || flags.computeIfAbsent(flag, unseen -> !negated) == !negated;
    }
}
