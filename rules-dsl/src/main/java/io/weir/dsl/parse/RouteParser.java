package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Reads {@code route to "payments.eea" when country in @eea otherwise to "payments.world"}. */
final class RouteParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final BooleanSupplier anyClause;
    private final List<Body.Arm> arms = new ArrayList<>();

    /** The clauses are what may stand behind an arm, besides the next one. */
    RouteParser(Cursor cursor, ExpressionParser expressions, BooleanSupplier anyClause) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.anyClause = anyClause;
    }

    static boolean beginsAt(Cursor cursor) {
        return cursor.atWords("route", "to");
    }

    /** The arms, as far as they can be read. */
    List<Body.Arm> arms() {
        cursor.expectWord("route");
        while (atArm()) {
            Body.Arm arm = cursor.recover(this::arm, this::atArmOrClause);
            if (arm != null) {
                arms.add(arm);
            }
        }
        return arms;
    }

    private boolean atArm() {
        return cursor.atWords("to") || cursor.atWords("otherwise");
    }

    // A `when` is an arm's, never the next clause.
    private boolean atArmOrClause() {
        return (cursor.atWords("to") && isText(cursor.peek(1)))
                || cursor.atWords("otherwise", "to")
                || (!cursor.atWords("when") && anyClause.getAsBoolean());
    }

    private Body.Arm arm() {
        Token first = cursor.peek();
        if (cursor.takeIfWords("otherwise")) {
            cursor.expectWord("to");
            return new Body.Arm(topic(), null, cursor.since(first));
        }
        cursor.expectWord("to");
        Expression.TextLiteral topic = topic();
        if (!arms.isEmpty() && arms.get(arms.size() - 1).condition() == null) {
            cursor.report(Code.CLAUSE_MISPLACED, first.span(), "this 'to'", "'otherwise to'");
        }
        cursor.expectWord("when");
        Expression condition = expressions.expression();
        if (!atArm() && !anyClause.getAsBoolean()) {
            throw cursor.unexpected("'and', 'or', the next 'to' or 'otherwise to'");
        }
        return new Body.Arm(topic, condition, cursor.since(first));
    }

    private Expression.TextLiteral topic() {
        Token word = cursor.peek();
        if (word.isWord("topic") && isText(cursor.peek(1))) {
            cursor.take();
            cursor.report(Code.OTHER_SPELLING, word.span(), "to topic")
                    .help("a route names the topic right behind 'to'")
                    .fix("Leave out 'topic'", word.span(), "");
        }
        return cursor.text("the topic's name as a text");
    }

    private static boolean isText(Token token) {
        return token.is(TokenKind.TEXT) || token.is(TokenKind.LONG_TEXT);
    }
}
