package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** Checks {@code as of at}: a point in time, of a table that has versions. */
final class AsOfCheck {

    private final RuleContext rule;
    private final ExpressionCheck expressions;

    AsOfCheck(RuleContext rule, ExpressionCheck expressions) {
        this.rule = rule;
        this.expressions = expressions;
    }

    @Nullable
    AsOf check(Expression.@Nullable Path path, TablePlan table) {
        if (path == null) {
            return new AsOf(null);
        }
        Expr time = expressions.check(path, Wanted.TIME);
        if (!table.versioned()) {
            rule.report(Code.NOT_VERSIONED, path.span(), table.name())
                    .help("leave 'as of' out, or declare the table as 'versioned'");
            return null;
        } else if (time != null && time.type() != Type.Scalar.TIMESTAMP) {
            rule.report(Code.AS_OF_TYPE, path.span(), Phrases.a(time.type()));
            return null;
        }
        return time == null ? null : new AsOf(time);
    }
}
