package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TestDefinition;
import io.weir.dsl.syntax.TestDefinition.Moment;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind a test's {@code expect}. */
final class ExpectationParser {

    /** What goes on behind {@code alert}; any other word is a severity, if only a misspelt one. */
    private static final Set<String> AFTER_ALERT = Set.of("at", "expect", "given", "rates");

    private final Cursor cursor;
    private final MomentParser moments;
    private final RecordParser records;

    ExpectationParser(Cursor cursor) {
        this.cursor = cursor;
        this.moments = new MomentParser(cursor);
        this.records = new RecordParser(cursor);
    }

    TestDefinition.Expectation expectation() {
        Token first = cursor.peek();
        if (cursor.takeIfWords("no")) {
            cursor.expectWord("alert");
            return new TestDefinition.Nothing(cursor.since(first));
        } else if (cursor.takeIfWords("alert")) {
            return alert(first);
        } else if (cursor.takeIfWords("emit")) {
            return emit(first);
        } else if (cursor.takeIfWords("route")) {
            return route(first);
        }
        throw cursor.unexpected("'alert', 'no alert', 'emit' or 'route to'");
    }

    private TestDefinition.AlertExpected alert(Token first) {
        Name severity = atSeverity() ? cursor.name("a severity") : null;
        Expression.TextLiteral text = cursor.atText() ? cursor.text("the alert's text") : null;
        return new TestDefinition.AlertExpected(severity, text, at(), cursor.since(first));
    }

    private boolean atSeverity() {
        Token token = cursor.peek();
        boolean goesOn = token.is(TokenKind.WORD)
                && (AFTER_ALERT.contains(token.text()) || Words.DECLARATIONS.contains(token.text()));
        return token.isName() && !goesOn && !Cursor.isReserved(token) && !cursor.atMargin();
    }

    private TestDefinition.EmitExpected emit(Token first) {
        Name name = cursor.name("what is emitted");
        Expression.RecordLiteral values = cursor.at(TokenKind.LEFT_BRACE) ? records.literal() : null;
        return new TestDefinition.EmitExpected(name, values, at(), cursor.since(first));
    }

    private TestDefinition.RouteExpected route(Token first) {
        cursor.expectWord("to");
        Expression.TextLiteral topic = cursor.text("the topic's name as a text");
        return new TestDefinition.RouteExpected(topic, at(), cursor.since(first));
    }

    private @Nullable Moment at() {
        return cursor.takeIfWords("at") ? moments.moment() : null;
    }
}
