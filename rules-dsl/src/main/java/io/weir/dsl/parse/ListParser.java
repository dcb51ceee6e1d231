package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.ListDefinition;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.TypeReference;

/** Reads {@code list @eea = ["DE", "FR"]}, {@code list @sanctioned of text}. */
final class ListParser {

    private final Cursor cursor;

    ListParser(Cursor cursor) {
        this.cursor = cursor;
    }

    ListDefinition list() {
        Token first = cursor.expectWord("list");
        cursor.expect(TokenKind.AT);
        Name name = cursor.name("the name of the list");
        if (cursor.takeIfWords("of")) {
            TypeReference element = cursor.recover(new Terms(cursor)::type, () -> false);
            return new ListDefinition(name, null, element, cursor.since(first));
        }
        Expression entries = cursor.recover(this::entries, () -> false);
        return new ListDefinition(
                name, entries == null ? new Expression.Unreadable(name.span()) : entries, null, cursor.since(first));
    }

    private Expression entries() {
        cursor.expect(TokenKind.EQUAL);
        return new PrimaryParser(cursor).list();
    }
}
