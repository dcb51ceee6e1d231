package io.weir.dsl.json;

import io.weir.dsl.plan.Operator;
import io.weir.dsl.syntax.Expression;

/** The words between operands, as their author chose them: {@code =} and {@code is} say the same. */
final class Operators {

    static final Shape.Choice COMPARISONS = Shape.Choice.of(
            ">",
            ">=",
            "<",
            "<=",
            "is",
            "is not",
            "=",
            "!=",
            "contains",
            "does not contain",
            "starts with",
            "does not start with",
            "ends with",
            "does not end with",
            "matches",
            "does not match");
    static final Shape.Choice ADDITIONS = Shape.Choice.of("+", "-");
    static final Shape.Choice MULTIPLICATIONS = Shape.Choice.of("*", "/", "%");
    static final Shape.Choice MEMBERSHIPS = Shape.Choice.of("in", "not in", "is in", "is not in");
    static final Shape.Choice PRESENCES =
            Shape.Choice.of("is missing", "is present", "is not missing", "is not present");

    private Operators() {}

    static boolean isAddition(Operator operator) {
        return operator == Operator.ADD || operator == Operator.SUBTRACT;
    }

    static String of(Expression.Binary binary, Spelling spelling) {
        return between(spelling, binary.left(), binary.right(), usual(binary));
    }

    private static String usual(Expression.Binary binary) {
        if (!binary.negated()) {
            return binary.operator().text();
        }
        return switch (binary.operator()) {
            case STARTS_WITH -> "does not start with";
            case ENDS_WITH -> "does not end with";
            case MATCHES -> "does not match";
            default -> "does not contain";
        };
    }

    static String of(Expression.Membership membership, Spelling spelling) {
        return between(spelling, membership.operand(), membership.list(), membership.negated() ? "not in" : "in");
    }

    static String of(Expression.Between between, Spelling spelling) {
        return between.negated() ? "not between" : "between";
    }

    static String of(Expression.Presence presence, Spelling spelling) {
        return spelling.words(
                presence.operand().span().end(),
                presence.span().end(),
                presence.missing() ? "is missing" : "is present");
    }

    private static String between(Spelling spelling, Expression left, Expression right, String usual) {
        return spelling.words(left.span().end(), right.span().start(), usual);
    }
}
