package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.TypeReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields between the braces of an event or a record; commas between them may be left out. */
final class FieldParser {

    private final Cursor cursor;
    private final Terms terms;
    private final List<FieldDeclaration> fields = new ArrayList<>();

    FieldParser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new Terms(cursor);
    }

    /** The fields from here to the closing brace, which is left. */
    List<FieldDeclaration> fields() {
        while (!cursor.atEnd() && !cursor.at(TokenKind.RIGHT_BRACE) && !Declarations.beginsAt(cursor)) {
            field();
        }
        return fields;
    }

    private void field() {
        Token first = cursor.peek();
        Name name = cursor.recover(this::fieldName, this::atNextField);
        if (name == null) {
            return;
        }
        TypeReference type = cursor.recover(terms::type, this::atNextField);
        boolean nullable = cursor.takeIf(TokenKind.QUESTION);
        Expression.TextLiteral from = cursor.atWords("from") && !cursor.peek(1).is(TokenKind.COLON) ? path() : null;
        cursor.takeIf(TokenKind.COMMA);
        fields.add(new FieldDeclaration(name, type, nullable, from, cursor.since(first)));
    }

    private Name fieldName() {
        Name name = cursor.name("a field");
        cursor.expect(TokenKind.COLON);
        return name;
    }

    private Expression.@Nullable TextLiteral path() {
        cursor.take();
        return cursor.recover(() -> cursor.text("the field's place in the event, as a text"), this::atNextField);
    }

    private boolean atNextField() {
        return cursor.at(TokenKind.RIGHT_BRACE)
                || (cursor.peek().isName() && cursor.peek(1).is(TokenKind.COLON));
    }
}
