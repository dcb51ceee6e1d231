package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code event Login { … } time at, up to 5 seconds late, from topic "logins" as json}. */
final class EventParser {

    private final Cursor cursor;
    private final Terms terms;
    private @Nullable Name time;
    private @Nullable Expression lateness;
    private Expression.@Nullable TextLiteral topic;
    private @Nullable Name format;

    EventParser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new Terms(cursor);
    }

    EventDefinition event() {
        Token first = cursor.expectWord("event");
        Name name = cursor.name("the name of the event");
        cursor.expect(TokenKind.LEFT_BRACE);
        List<FieldDeclaration> fields = new FieldParser(cursor).fields();
        cursor.recover(() -> cursor.expect(TokenKind.RIGHT_BRACE), this::atTail);
        while (!cursor.atEnd() && !Declarations.beginsAt(cursor) && (atTail() || !cursor.atMargin())) {
            cursor.recover(this::tail, this::atTail);
            cursor.takeIf(TokenKind.COMMA);
        }
        return new EventDefinition(name, fields, time, lateness, topic, format, cursor.since(first));
    }

    private boolean atTail() {
        return cursor.atWords("time")
                || cursor.atWords("up", "to")
                || cursor.atWords("from", "topic")
                || cursor.atWords("as");
    }

    private Token tail() {
        Token first = cursor.peek();
        if (cursor.takeIfWords("time")) {
            once(first, time);
            time = cursor.name("the field that holds the time");
        } else if (cursor.takeIfWords("up", "to")) {
            once(first, lateness);
            lateness = terms.duration();
            cursor.expectWord("late");
        } else if (cursor.takeIfWords("from")) {
            once(first, topic);
            cursor.expectWord("topic");
            topic = cursor.text("the topic's name as a text");
        } else if (cursor.takeIfWords("as")) {
            once(first, format);
            format = cursor.name("a format");
        } else {
            throw cursor.unexpected("'time', 'up to', 'from topic', 'as' or the next declaration");
        }
        return first;
    }

    private void once(Token keyword, @Nullable Object before) {
        if (before != null) {
            cursor.report(Code.CLAUSE_TWICE, keyword.span(), "'" + keyword.text() + "'");
        }
    }
}
