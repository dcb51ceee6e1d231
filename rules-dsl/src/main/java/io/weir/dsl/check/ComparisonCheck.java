package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what can be compared with what. */
final class ComparisonCheck {

    private static final Set<Type.Scalar> ORDERED = Set.of(
            Type.Scalar.TEXT,
            Type.Scalar.DURATION,
            Type.Scalar.TIMESTAMP,
            Type.Scalar.LENGTH,
            Type.Scalar.SPEED,
            Type.Scalar.SIZE);

    private final RuleContext rule;
    private final Currencies currencies;

    ComparisonCheck(RuleContext rule) {
        this.rule = rule;
        this.currencies = new Currencies(rule);
    }

    @Nullable
    Expr compare(Operator operator, Operand left, Operand right) {
        Type common = common(left, right);
        if (common == null) {
            return null;
        } else if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL && !isOrdered(common)) {
            rule.report(Code.NOT_ORDERED, left.to(right), Phrases.a(common))
                    .help("it can only be compared with 'is' and 'is not'");
            return null;
        }
        return new Expr.Binary(operator, widened(left, common), widened(right, common), Type.Scalar.BOOL);
    }

    private static Expr widened(Operand operand, Type common) {
        return common.isNumeric() ? Typing.widen(operand.value(), common) : operand.value();
    }

    static boolean isOrdered(Type type) {
        return type.isNumeric() || type instanceof Type.Money || ORDERED.contains(type);
    }

    private static boolean isComparable(Type type) {
        return type != Type.Scalar.GEO && !(type instanceof Type.ListOf) && !(type instanceof Type.Event);
    }

    private @Nullable Type common(Operand left, Operand right) {
        if (left.type() instanceof Type.Money && right.type() instanceof Type.Money) {
            return money(left, right);
        }
        Type common = Typing.common(left.type(), right.type());
        if (common != null) {
            return common;
        } else if (left.type().equals(right.type()) && isComparable(left.type())) {
            return left.type();
        }
        refuse(left, right);
        return null;
    }

    private @Nullable Type money(Operand left, Operand right) {
        if (currencies.differ(left.type(), right.type(), left.to(right))) {
            return null;
        } else if (Currencies.known(left.type()).isEmpty()
                || Currencies.known(right.type()).isEmpty()) {
            rule.lint((problems, checked) -> problems.report(Code.CURRENCY_FROM_FIELD, left.to(right))
                    .help("keep one currency in the field, or declare it as a money of one currency"));
        }
        return left.type();
    }

    private void refuse(Operand left, Operand right) {
        if (left.type() instanceof Type.Money && right.type().isNumeric()) {
            withoutCurrency(right, left.type());
        } else if (right.type() instanceof Type.Money && left.type().isNumeric()) {
            withoutCurrency(left, right.type());
        } else {
            Problem problem =
                    rule.report(Code.NOT_COMPARABLE, left.to(right), Phrases.a(left.type()), Phrases.a(right.type()));
            if (left.type() == Type.Scalar.TIMESTAMP && right.source() instanceof Expression.TextLiteral) {
                int start = right.span().start();
                problem.help("put 'timestamp' before the text")
                        .fix("Put 'timestamp' before it", new Span(start, start), "timestamp ");
            } else if (left.type() instanceof Type.ListOf || right.type() instanceof Type.ListOf) {
                problem.help("ask with 'contains' or 'in' whether a list holds a value");
            }
        }
    }

    private void withoutCurrency(Operand number, Type money) {
        String currency = Currencies.known(money);
        Problem problem = rule.report(Code.MONEY_WITHOUT_CURRENCY, number.span())
                .help("write its currency behind the number, as in 1_000 " + (currency.isEmpty() ? "EUR" : currency));
        if (number.source() instanceof Expression.NumberLiteral && !currency.isEmpty()) {
            problem.fix("Add " + currency, number.span().after(), " " + currency);
        }
    }
}
