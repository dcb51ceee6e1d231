package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a value can be in a list. */
final class MembershipCheck {

    private final RuleContext rule;

    MembershipCheck(RuleContext rule) {
        this.rule = rule;
    }

    @Nullable
    Expr check(Expression.Membership membership, @Nullable Expr operand) {
        Expr.Constant list = list(membership.list());
        if (list == null || operand == null) {
            return null;
        } else if (ListCheck.entries(list).isEmpty()) {
            return new Expr.In(operand, new Expr.Constant(new Type.ListOf(operand.type()), List.of()));
        }
        return in(membership, operand, list, ((Type.ListOf) list.type()).element());
    }

    private @Nullable Expr in(Expression.Membership membership, Expr operand, Expr.Constant list, Type element) {
        if (operand.type() instanceof Type.Money && element instanceof Type.Money) {
            boolean differ = new Currencies(rule).differ(operand.type(), element, membership.span());
            return differ ? null : new Expr.In(operand, list);
        }
        Type common = operand.type().equals(element) ? element : Typing.common(operand.type(), element);
        if (common == null) {
            rule.report(Code.LIST_OF_OTHERS, membership.span(), Phrases.a(operand.type()), element.text());
            return null;
        }
        return new Expr.In(Typing.widen(operand, common), Typing.constant(list, new Type.ListOf(common)));
    }

    private Expr.@Nullable Constant list(Expression list) {
        if (list instanceof Expression.ListReference reference) {
            return named(reference.name());
        } else if (list instanceof Expression.ListLiteral literal) {
            return new ListCheck(rule.problems()).constant(literal);
        }
        rule.breaks();
        return null;
    }

    private Expr.@Nullable Constant named(Name name) {
        Symbol<ListPlan> symbol = rule.names().list(name);
        if (symbol == null) {
            rule.report(Code.UNKNOWN_LIST, name.span(), name.text())
                    .suggest(NearNames.nearest(name.text(), rule.names().listNames()), name.span(), "");
            return null;
        }
        ListPlan list = symbol.value();
        if (list == null) {
            rule.breaks();
            return null;
        }
        return new Expr.Constant(new Type.ListOf(list.element()), list.entries());
    }
}
