package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Type;
import org.jspecify.annotations.Nullable;

/** Checks that a value and what stands in for it are of one type. */
final class ElseCheck {

    private final RuleContext rule;

    ElseCheck(RuleContext rule) {
        this.rule = rule;
    }

    @Nullable
    Expr check(Operand operand, Operand fallback) {
        if (operand.type() instanceof Type.Event) {
            rule.report(Code.EVENT_AS_VALUE, operand.span(), "this").help("put 'else' behind one of its fields");
            return null;
        } else if (operand.type() instanceof Type.Money && fallback.type() instanceof Type.Money) {
            return money(operand, fallback);
        }
        Type common = Typing.common(operand.type(), fallback.type());
        if (common != null) {
            return new Expr.Else(Typing.widen(operand.value(), common), Typing.widen(fallback.value(), common));
        } else if (operand.type().equals(fallback.type())) {
            return new Expr.Else(operand.value(), fallback.value());
        }
        rule.report(Code.ELSE_TYPE, fallback.span(), Phrases.a(operand.type()), Phrases.a(fallback.type()));
        return null;
    }

    // The whole has the first one's type, so a currency that is known must stay the only one.
    private @Nullable Expr money(Operand operand, Operand fallback) {
        if (new Currencies(rule).differ(operand.type(), fallback.type(), operand.to(fallback))) {
            return null;
        } else if (!Currencies.known(operand.type()).isEmpty()
                && Currencies.known(fallback.type()).isEmpty()) {
            rule.report(Code.ELSE_TYPE, fallback.span(), Phrases.a(operand.type()), "money of the currency in a field");
            return null;
        }
        return new Expr.Else(operand.value(), fallback.value());
    }
}
