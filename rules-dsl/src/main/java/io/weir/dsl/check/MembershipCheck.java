package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a value can be in a list: one in the text, one whose entries are published, one that an event holds. */
final class MembershipCheck {

    private final RuleContext rule;

    MembershipCheck(RuleContext rule) {
        this.rule = rule;
    }

    /** In a list that is written out or has a name. */
    @Nullable
    Expr in(@Nullable Operand operand, Expression list, Span span) {
        if (list instanceof Expression.ListReference reference) {
            ListPlan named = named(reference.name());
            return operand == null || named == null ? null : in(operand, named, span);
        } else if (list instanceof Expression.ListLiteral literal) {
            Expr.Constant constant = new ListCheck(rule.problems()).constant(literal);
            return operand == null || constant == null ? null : in(operand.value(), constant, span);
        }
        rule.breaks();
        return null;
    }

    private @Nullable Expr in(Operand operand, ListPlan list, Span span) {
        if (!list.published()) {
            return in(operand.value(), new Expr.Constant(new Type.ListOf(list.element()), list.entries()), span);
        }
        Type common = common(operand.type(), list.element(), span);
        return common == null ? null : new Expr.InPublished(widened(operand.value(), common), list.name());
    }

    private @Nullable Expr in(Expr operand, Expr.Constant list, Span span) {
        if (ListCheck.entries(list).isEmpty()) {
            return new Expr.In(operand, new Expr.Constant(new Type.ListOf(operand.type()), List.of()));
        }
        Type common = common(operand.type(), ((Type.ListOf) list.type()).element(), span);
        if (common == null) {
            return null;
        }
        return common instanceof Type.Money
                ? new Expr.In(operand, list)
                : new Expr.In(Typing.widen(operand, common), Typing.constant(list, new Type.ListOf(common)));
    }

    /** Whether a list that an event holds has the value. */
    @Nullable
    Expr among(Operand operand, Operand list, Span span) {
        if (!(list.type() instanceof Type.ListOf of)) {
            rule.report(Code.NOT_A_LIST, list.span(), Phrases.a(list.type()));
            return null;
        }
        Type common = common(operand.type(), of.element(), span);
        if (common == null) {
            return null;
        }
        Expr entries = common instanceof Type.Money || common.equals(of.element())
                ? list.value()
                : new Expr.Widen(list.value(), new Type.ListOf(common));
        return new Expr.Among(widened(operand.value(), common), entries);
    }

    /** True, and reported, where a list's name stands without its sign. */
    boolean lacksAt(Expression.Path path) {
        Name name = path.names().get(0);
        boolean lacks = path.names().size() == 1
                && rule.names().list(name.text()) != null
                && rule.let(name.text()) == null
                && rule.watched().stream().allMatch(watched -> watched.stream().field(name.text()) == null);
        if (lacks) {
            int start = name.span().start();
            rule.report(Code.UNKNOWN_NAME, name.span(), name.text())
                    .help("the list of that name is written @" + name.text())
                    .fix("Put '@' before it", new Span(start, start), "@");
        }
        return lacks;
    }

    private static Expr widened(Expr operand, Type common) {
        return common instanceof Type.Money ? operand : Typing.widen(operand, common);
    }

    /** The type in which a value and a list's entries are the same or not; null, and reported, where they never are. */
    private @Nullable Type common(Type operand, Type element, Span span) {
        if (operand instanceof Type.Money && element instanceof Type.Money) {
            return new Currencies(rule).differ(operand, element, span) ? null : element;
        }
        Type common = operand.equals(element) && operand != Type.Scalar.GEO ? element : Typing.common(operand, element);
        if (common == null) {
            rule.report(Code.LIST_OF_OTHERS, span, Phrases.a(operand), element.text());
        }
        return common;
    }

    private @Nullable ListPlan named(Name name) {
        Symbol<ListPlan> symbol = rule.names().list(name);
        if (symbol == null) {
            rule.report(Code.UNKNOWN_LIST, name.span(), name.text())
                    .suggest(NearNames.nearest(name.text(), rule.names().listNames()), name.span(), "");
            return null;
        } else if (symbol.value() == null) {
            rule.breaks();
        }
        return symbol.value();
    }
}
