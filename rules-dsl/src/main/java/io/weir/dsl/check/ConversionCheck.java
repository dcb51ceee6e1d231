package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** Checks {@code amount to EUR as of at}: a money, and a table of rates. */
final class ConversionCheck {

    private final RuleContext rule;
    private final ExpressionCheck expressions;

    ConversionCheck(RuleContext rule, ExpressionCheck expressions) {
        this.rule = rule;
        this.expressions = expressions;
    }

    @Nullable
    Expr check(Expression.Conversion source) {
        Expr operand = expressions.check(source.operand(), Wanted.MONEY);
        boolean known = new TypeCheck(rule.problems()).isCurrency(source.currency());
        TablePlan table = rates(source);
        AsOf asOf = table == null ? null : new AsOfCheck(rule, expressions).check(source.asOf(), table);
        return operand != null && known && table != null && asOf != null && converts(source, operand)
                ? new Expr.Convert(operand, source.currency().text(), table.name(), asOf.time())
                : null;
    }

    private @Nullable TablePlan rates(Expression.Conversion source) {
        String name = rule.names().rates();
        if (name == null) {
            rule.report(Code.NO_RATES, source.span()).help("name the table that has them: rates from fx");
            return null;
        }
        Symbol<TablePlan> table = rule.names().table(name);
        if (table == null || table.value() == null || !RatesCheck.converts(table.value())) {
            rule.breaks();
            return null;
        }
        return table.value();
    }

    private boolean converts(Expression.Conversion source, Expr operand) {
        String currency = source.currency().text();
        if (!(operand.type() instanceof Type.Money)) {
            rule.report(Code.NOT_CONVERTIBLE, source.operand().span(), Phrases.a(operand.type()))
                    .help("a money is declared as 'money EUR', or 'money in currency' where a field holds it");
            return false;
        } else if (Currencies.known(operand.type()).equals(currency)) {
            Span rest = new Span(source.operand().span().end(), source.span().end());
            rule.report(Code.ALREADY_IN_CURRENCY, source.span(), currency)
                    .help("leave the conversion out")
                    .fix("Leave it out", rest, "");
            return false;
        }
        return true;
    }
}
