package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Warns where the parts of an {@code and} ask of one value what it cannot be at once: {@code x > 5 and x < 3}. */
record ContradictionLint(Span span, Expr.And and) implements Lint {

    @Override
    public void report(Problems problems, RuleContext rule) {
        Expr subject = contradicted(and);
        if (subject != null && and.operands().stream().noneMatch(ContradictionLint::isContradictory)) {
            problems.report(Code.NEVER_TRUE, span).help("no " + name(subject) + " is all of this at once");
        }
    }

    private static boolean isContradictory(Expr part) {
        return part instanceof Expr.And inner && contradicted(inner) != null;
    }

    private static @Nullable Expr contradicted(Expr.And and) {
        Map<Expr, Possible> subjects = new HashMap<>();
        for (Expr part : flattened(and)) {
            Claim claim = Claim.of(part);
            if (claim != null
                    && subjects.computeIfAbsent(claim.subject(), Possible::of).narrow(claim)) {
                return claim.subject();
            }
        }
        return null;
    }

    private static List<Expr> flattened(Expr.And and) {
        List<Expr> parts = new ArrayList<>();
        for (Expr operand : and.operands()) {
            if (operand instanceof Expr.And inner) {
                parts.addAll(flattened(inner));
            } else {
                parts.add(operand);
            }
        }
        return parts;
    }

    private static String name(Expr subject) {
        return subject instanceof Expr.FieldOf field
                ? field.field().name()
                : subject instanceof Expr.LetOf let ? let.name() : "value";
    }
}
