package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import java.util.stream.Stream;

/** Warns where a negation reads a field that may be missing, unless the rule asks whether it is. */
record MissingLint(Span span, Expr negated) implements Lint {

    @Override
    public void report(Problems problems, RuleContext rule) {
        nullable(negated)
                .filter(name -> !rule.isGuarded(name))
                .findFirst()
                .ifPresent(name -> problems.report(Code.MAY_BE_MISSING, span, "'" + name + "'")
                        .help("say what a missing one means: '" + name + " else …', or ask '" + name + " is missing'"));
    }

    // What stands before `else` or `is missing` is taken care of.
    private static Stream<String> nullable(Expr expr) {
        if (expr instanceof Expr.FieldOf field) {
            return field.field().nullable() ? Stream.of(field.field().name()) : Stream.empty();
        } else if (expr instanceof Expr.IsMissing) {
            return Stream.empty();
        } else if (expr instanceof Expr.Else orElse) {
            return nullable(orElse.fallback());
        }
        return ExprParts.of(expr).stream().flatMap(MissingLint::nullable);
    }
}
