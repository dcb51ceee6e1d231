package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code { userId: "u", place: { lat: 40.4, lon: -3.7 } }}: literals by the names of their fields. */
final class RecordParser {

    private final Cursor cursor;
    private final PrimaryParser primaries;

    RecordParser(Cursor cursor) {
        this.cursor = cursor;
        this.primaries = new PrimaryParser(cursor);
    }

    /** A record, a comma after its last field allowed. */
    Expression.RecordLiteral literal() {
        Token open = cursor.expect(TokenKind.LEFT_BRACE);
        List<Expression.Argument> fields = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_BRACE)) {
            fields.add(field());
            if (!cursor.at(TokenKind.RIGHT_BRACE)) {
                cursor.expect(TokenKind.COMMA);
            }
        }
        cursor.take();
        return new Expression.RecordLiteral(fields, cursor.since(open));
    }

    private Expression.Argument field() {
        Name name = cursor.name("a field");
        cursor.expect(TokenKind.COLON);
        return new Expression.Argument(name, value());
    }

    private Expression value() {
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            return cursor.nested(this::literal);
        }
        return cursor.at(TokenKind.LEFT_BRACKET) ? primaries.list() : primaries.entry("a value");
    }
}
