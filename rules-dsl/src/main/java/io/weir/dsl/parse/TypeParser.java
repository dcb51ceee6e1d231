package io.weir.dsl.parse;

import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.TypeReference;
import java.util.List;

/** Reads {@code text}, {@code money EUR}, {@code list of text}, <code>{ street: text, zip: text? }</code>. */
final class TypeParser {

    private final Cursor cursor;

    TypeParser(Cursor cursor) {
        this.cursor = cursor;
    }

    TypeReference type() {
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            return cursor.nested(this::record);
        } else if (cursor.peek(1).is(TokenKind.COLON)) {
            throw cursor.unexpected("a type");
        }
        return cursor.atWords("list", "of") && !cursor.peek(2).is(TokenKind.COLON)
                ? cursor.nested(this::list)
                : named();
    }

    private TypeReference record() {
        Token first = cursor.expect(TokenKind.LEFT_BRACE);
        List<FieldDeclaration> fields = new FieldParser(cursor).fields();
        cursor.expect(TokenKind.RIGHT_BRACE);
        return TypeReference.record(fields, cursor.since(first));
    }

    private TypeReference list() {
        Token first = cursor.take();
        cursor.take();
        TypeReference element = type();
        return TypeReference.list(element, cursor.since(first));
    }

    private TypeReference named() {
        Token first = cursor.peek();
        Name name = cursor.name("a type");
        Name currency = null;
        Name field = null;
        if (first.isWord("money") && cursor.takeIfWords("in")) {
            field = cursor.name("the field that holds the currency");
        } else if (first.isWord("money")
                && Terms.isCurrency(cursor.peek())
                && !cursor.peek(1).is(TokenKind.COLON)) {
            currency = cursor.name("a currency");
        }
        return TypeReference.named(name, currency, field, cursor.since(first));
    }
}
