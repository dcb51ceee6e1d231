package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TableDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.TypeReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code table fx by source, target returns decimal versioned, from topic "fx-rates"}. */
final class TableParser {

    private final Cursor cursor;
    private final Terms terms;
    private final List<TableDefinition.Column> keys = new ArrayList<>();
    private @Nullable TypeReference returns;
    private boolean versioned;
    private Expression.@Nullable TextLiteral topic;

    TableParser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new Terms(cursor);
    }

    TableDefinition table() {
        Token first = cursor.expectWord("table");
        Name name = cursor.name("the name of the table");
        cursor.recover(this::by, () -> cursor.atWords("returns"));
        cursor.recover(this::returned, this::atTail);
        cursor.takeIf(TokenKind.COMMA);
        while (!cursor.atEnd() && !Declarations.beginsAt(cursor) && (atTail() || !cursor.atMargin())) {
            cursor.recover(this::tail, this::atTail);
            cursor.takeIf(TokenKind.COMMA);
        }
        return new TableDefinition(name, keys, returns, versioned, topic, cursor.since(first));
    }

    private Token by() {
        Token first = cursor.expectWord("by");
        do {
            Name column = cursor.name("a column");
            TypeReference type = cursor.takeIf(TokenKind.COLON) ? terms.type() : null;
            keys.add(new TableDefinition.Column(column, type));
        } while (cursor.takeIf(TokenKind.COMMA));
        return first;
    }

    private Token returned() {
        Token first = cursor.expectWord("returns");
        returns = terms.type();
        return first;
    }

    private boolean atTail() {
        return cursor.atWords("versioned") || cursor.atWords("from", "topic");
    }

    private Token tail() {
        Token first = cursor.peek();
        if (cursor.takeIfWords("versioned")) {
            once(first, versioned);
            versioned = true;
        } else if (cursor.takeIfWords("from")) {
            once(first, topic != null);
            cursor.expectWord("topic");
            topic = cursor.text("the topic's name as a text");
        } else {
            throw cursor.unexpected("'versioned', 'from topic' or the next declaration");
        }
        return first;
    }

    private void once(Token keyword, boolean before) {
        if (before) {
            cursor.report(Code.CLAUSE_TWICE, keyword.span(), "'" + keyword.text() + "'");
        }
    }
}
