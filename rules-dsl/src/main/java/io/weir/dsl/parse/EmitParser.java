package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code emit Reminder { cart: cartId, total: cart.total } to topic "marketing.reminders"}. */
final class EmitParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    EmitParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Action.Emit emit() {
        Token first = cursor.expectWord("emit");
        Name name = cursor.name("a name for what is emitted");
        List<Expression.Argument> fields = fields();
        Expression.TextLiteral topic = topic(name);
        Action.Emit emit = new Action.Emit(name, fields, topic, cursor.since(first));
        refuseClausesOfAlerts();
        return emit;
    }

    private List<Expression.Argument> fields() {
        List<Expression.Argument> fields = new ArrayList<>();
        cursor.expect(TokenKind.LEFT_BRACE);
        while (!cursor.at(TokenKind.RIGHT_BRACE)) {
            Name name = cursor.name("a field or '}'");
            cursor.expect(TokenKind.COLON);
            fields.add(new Expression.Argument(name, expressions.fieldValue()));
            if (!cursor.at(TokenKind.RIGHT_BRACE)) {
                cursor.expect(TokenKind.COMMA);
            }
        }
        cursor.take();
        return fields;
    }

    private Expression.@Nullable TextLiteral topic(Name name) {
        if (cursor.takeIfWords("to", "topic")) {
            return cursor.text("the topic's name as a text");
        }
        cursor.report(Code.CLAUSE_MISSING, name.span(), "emit " + name.text(), "'to topic'")
                .help("say where it goes, behind the brace, for example: to topic \"reminders\"");
        return null;
    }

    private void refuseClausesOfAlerts() {
        while (true) {
            Token first = cursor.peek();
            if (cursor.takeIfWords("at", "most", "once", "per")) {
                new Terms(cursor).duration();
                refuse(first, "at most once per");
            } else if (cursor.takeIfWords("enriched", "by")) {
                cursor.name("a prompt");
                refuse(first, "enriched by");
            } else {
                return;
            }
        }
    }

    private void refuse(Token first, String clause) {
        cursor.report(Code.CLAUSE_OF_ALERTS, cursor.since(first), clause).help("leave it out; 'emit' sends every time");
    }
}
