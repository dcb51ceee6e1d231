package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.FeatureDefinition;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import org.jspecify.annotations.Nullable;

/** Reads {@code feature spend7d on Payment by cardId = sum of amount over the last 7 days}. */
final class FeatureParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    FeatureParser(Cursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor);
    }

    FeatureDefinition feature() {
        Token first = cursor.expectWord("feature");
        Name name = cursor.name("the name of the feature");
        cursor.expectWord("on");
        Name stream = cursor.name("an event");
        RuleDefinition.KeyClause by =
                cursor.atWords("by") ? cursor.recover(this::by, () -> cursor.at(TokenKind.EQUAL)) : null;
        Expression value = cursor.recover(this::value, () -> false);
        return new FeatureDefinition(
                name, stream, by, value == null ? new Expression.Unreadable(name.span()) : value, cursor.since(first));
    }

    private RuleDefinition.@Nullable KeyClause by() {
        OnParser on = new OnParser(cursor, expressions);
        on.by();
        return on.key();
    }

    private Expression value() {
        cursor.expect(TokenKind.EQUAL);
        Expression value = expressions.expression();
        if (!cursor.atEnd() && !Declarations.beginsAt(cursor) && !cursor.atMargin()) {
            throw cursor.unexpected("the next declaration");
        }
        return value;
    }
}
