package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** Says which types an operator works on, and widens its operands. */
final class OperatorCheck {

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
            return new ComparisonCheck(rule)
                    .compare(operator, new Operand(binary.left(), left), new Operand(binary.right(), right));
        }
        return operator == Operator.CONTAINS && left.type() instanceof Type.ListOf
                ? new MembershipCheck(rule)
                        .among(new Operand(binary.right(), right), new Operand(binary.left(), left), binary.span())
                : textTest(binary, left, right);
    }

    private @Nullable Expr arithmetic(Expression.Binary binary, Expr left, Expr right) {
        Operator operator = binary.operator();
        if (new Currencies(rule).differ(left.type(), right.type(), binary.span())) {
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
}
