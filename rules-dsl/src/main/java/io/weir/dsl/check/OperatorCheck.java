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

/** Says which types an operator works on, and widens its operands. */
final class OperatorCheck {

    private static final Set<Type.Scalar> ORDERED = Set.of(
            Type.Scalar.TEXT,
            Type.Scalar.DURATION,
            Type.Scalar.TIMESTAMP,
            Type.Scalar.LENGTH,
            Type.Scalar.SPEED,
            Type.Scalar.SIZE);

    private final RuleContext rule;

    OperatorCheck(RuleContext rule) {
        this.rule = rule;
    }

    @Nullable
    Expr binary(Expression.Binary binary, Expr left, Expr right) {
        Operator operator = binary.operator();
        if (operator.isArithmetic()) {
            return arithmetic(binary, left, right);
        } else if (operator.isComparison()) {
            return compare(operator, binary.left(), left, binary.right(), right);
        }
        return textTest(binary, left, right);
    }

    private @Nullable Expr arithmetic(Expression.Binary binary, Expr left, Expr right) {
        Operator operator = binary.operator();
        if (left.type() instanceof Type.Money one
                && right.type() instanceof Type.Money other
                && Typing.currenciesDiffer(one, other)) {
            rule.report(Code.CURRENCIES_DIFFER, binary.span(), one.currency(), other.currency());
            return null;
        }
        Arithmetic.Signature signature = Arithmetic.of(operator, left.type(), right.type());
        if (signature == null) {
            rule.report(
                    Code.NOT_CALCULABLE,
                    binary.span(),
                    operator.text(),
                    Phrases.a(left.type()),
                    Phrases.a(right.type()));
            return null;
        }
        return new Expr.Binary(
                operator,
                Typing.widen(left, signature.left()),
                Typing.widen(right, signature.right()),
                signature.result());
    }

    @Nullable
    Expr negate(Expression.Negate negate, Expr operand) {
        Type type = operand.type();
        if (type.isNumeric() || type instanceof Type.Money || type == Type.Scalar.DURATION) {
            return new Expr.Negate(
                    type == Type.Scalar.PROBABILITY ? new Expr.Widen(operand, Type.Scalar.FLOAT) : operand);
        }
        rule.report(Code.NOT_NEGATABLE, negate.span(), Phrases.a(type));
        return null;
    }

    @Nullable
    Expr compare(Operator operator, Expression leftSource, Expr left, Expression rightSource, Expr right) {
        Type common = comparable(leftSource, left, rightSource, right);
        if (common == null) {
            return null;
        } else if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL && !isOrdered(common)) {
            rule.report(Code.NOT_ORDERED, leftSource.span().to(rightSource.span()), Phrases.a(common))
                    .help("it can only be compared with 'is' and 'is not'");
            return null;
        }
        return new Expr.Binary(operator, widened(left, common), widened(right, common), Type.Scalar.BOOL);
    }

    private static Expr widened(Expr operand, Type common) {
        return common.isNumeric() ? Typing.widen(operand, common) : operand;
    }

    private static boolean isOrdered(Type type) {
        return type.isNumeric() || type instanceof Type.Money || ORDERED.contains(type);
    }

    private @Nullable Type comparable(Expression leftSource, Expr left, Expression rightSource, Expr right) {
        if (left.type() instanceof Type.Money one && right.type() instanceof Type.Money other) {
            return moneys(leftSource, one, rightSource, other);
        }
        Type common = Typing.common(left.type(), right.type());
        if (common != null) {
            return common;
        } else if (left.type().equals(right.type()) && left.type() != Type.Scalar.GEO) {
            return left.type();
        }
        notComparable(leftSource, left, rightSource, right);
        return null;
    }

    private @Nullable Type moneys(Expression leftSource, Type.Money left, Expression rightSource, Type.Money right) {
        if (Typing.currenciesDiffer(left, right)) {
            rule.report(
                    Code.CURRENCIES_DIFFER,
                    leftSource.span().to(rightSource.span()),
                    left.currency(),
                    right.currency());
            return null;
        } else if (left.currency() == null || right.currency() == null) {
            rule.lint((problems, checked) -> problems.report(
                            Code.CURRENCY_FROM_FIELD, leftSource.span().to(rightSource.span()))
                    .help("keep one currency in the field, or declare it as a money of one currency"));
        }
        return left.currency() == null ? left : right;
    }

    private void notComparable(Expression leftSource, Expr left, Expression rightSource, Expr right) {
        boolean money = left.type() instanceof Type.Money || right.type() instanceof Type.Money;
        if (money && (left.type().isNumeric() || right.type().isNumeric())) {
            withoutCurrency(
                    left.type().isNumeric() ? leftSource : rightSource,
                    left.type() instanceof Type.Money m ? m : (Type.Money) right.type());
            return;
        }
        Problem problem = rule.report(
                Code.NOT_COMPARABLE,
                leftSource.span().to(rightSource.span()),
                Phrases.a(left.type()),
                Phrases.a(right.type()));
        if (left.type() == Type.Scalar.TIMESTAMP && rightSource instanceof Expression.TextLiteral) {
            problem.help("put 'timestamp' before the text")
                    .fix(
                            "Put 'timestamp' before it",
                            new Span(
                                    rightSource.span().start(),
                                    rightSource.span().start()),
                            "timestamp ");
        }
    }

    private void withoutCurrency(Expression number, Type.Money money) {
        String currency = money.currency() == null ? "EUR" : money.currency();
        Problem problem = rule.report(Code.MONEY_WITHOUT_CURRENCY, number.span())
                .help("write its currency behind the number, as in 1_000 " + currency);
        if (number instanceof Expression.NumberLiteral && money.currency() != null) {
            problem.fix("Add " + currency, number.span().after(), " " + currency);
        }
    }

    private @Nullable Expr textTest(Expression.Binary binary, Expr left, Expr right) {
        Expr wrong = left.type() != Type.Scalar.TEXT ? left : right.type() != Type.Scalar.TEXT ? right : null;
        if (wrong != null) {
            rule.report(
                    Code.NOT_TEXT,
                    wrong == left ? binary.left().span() : binary.right().span(),
                    binary.operator().text(),
                    Phrases.a(wrong.type()));
            return null;
        } else if (binary.operator() == Operator.MATCHES && !isPattern(binary.right(), right)) {
            return null;
        }
        return new Expr.Binary(binary.operator(), left, right, Type.Scalar.BOOL);
    }

    private boolean isPattern(Expression source, Expr pattern) {
        if (!(pattern instanceof Expr.Constant constant)) {
            rule.report(Code.NOT_CONSTANT, source.span(), "a pattern");
            return false;
        }
        String complaint = PatternCheck.complaint((String) constant.value());
        if (complaint != null) {
            rule.report(Code.STRANGE_PATTERN, source.span(), complaint);
        }
        return complaint == null;
    }

    @Nullable
    Expr orElse(Expression.Else source, Expr operand, Expr fallback) {
        if (operand.type() instanceof Type.Money one && fallback.type() instanceof Type.Money other) {
            return money(source, operand, one, fallback, other);
        }
        Type common = Typing.common(operand.type(), fallback.type());
        if (common != null) {
            return new Expr.Else(Typing.widen(operand, common), Typing.widen(fallback, common));
        } else if (operand.type().equals(fallback.type())) {
            return new Expr.Else(operand, fallback);
        }
        rule.report(Code.ELSE_TYPE, source.fallback().span(), Phrases.a(operand.type()), Phrases.a(fallback.type()));
        return null;
    }

    private @Nullable Expr money(
            Expression.Else source, Expr operand, Type.Money one, Expr fallback, Type.Money other) {
        if (Typing.currenciesDiffer(one, other)) {
            rule.report(Code.CURRENCIES_DIFFER, source.span(), one.currency(), other.currency());
            return null;
        } else if (one.currency() != null && other.currency() == null) {
            rule.report(Code.ELSE_TYPE, source.fallback().span(), Phrases.a(one), "money of the currency in a field");
            return null;
        }
        return new Expr.Else(operand, fallback);
    }
}
