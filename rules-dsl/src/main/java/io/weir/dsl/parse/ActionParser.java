package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TemplateText;
import io.weir.dsl.syntax.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a rule does: {@code alert high "…" to topic "…" enriched by triage given last 20 Payment}, and {@code emit}. */
final class ActionParser {

    private final Cursor cursor;
    private final Terms terms;
    private final ExpressionParser expressions;

    ActionParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.terms = new Terms(cursor);
        this.expressions = expressions;
    }

    /** Reads actions joined by {@code and}; those before one that cannot be read are kept. */
    void actions(List<Action> actions) {
        do {
            actions.add(action());
        } while (cursor.takeIfWords("and"));
    }

    private Action action() {
        Token word = cursor.peek();
        if (cursor.takeIfWords("alert")) {
            return alert(word);
        } else if (cursor.atWords("emit")) {
            return new EmitParser(cursor, expressions).emit();
        }
        throw cursor.unexpected("an action such as 'alert'");
    }

    private Action alert(Token first) {
        Name severity = cursor.peek().isName() ? cursor.name("a severity") : null;
        TemplateText text = new TemplateParser(cursor).template("the alert's text");
        Expression.TextLiteral topic = null;
        Name prompt = null;
        Action.Given given = null;
        Expression pause = null;
        while (true) {
            Token clause = cursor.peek();
            if (cursor.takeIfWords("to", "topic")) {
                once(clause, "'to topic'", topic);
                topic = cursor.text("the topic's name as a text");
            } else if (cursor.takeIfWords("enriched", "by")) {
                once(clause, "'enriched by'", prompt);
                prompt = cursor.name("a prompt");
                given = cursor.atWords("given") ? given() : null;
            } else if (cursor.takeIfWords("at", "most", "once", "per")) {
                once(clause, "'at most once per'", pause);
                pause = terms.duration();
            } else {
                return new Action.Alert(severity, text, topic, prompt, given, pause, cursor.since(first));
            }
        }
    }

    private Action.Given given() {
        Token first = cursor.take();
        cursor.expectWord("last");
        Expression.NumberLiteral number = terms.wholeNumber("how many events");
        return new Action.Given(number, cursor.name("an event"), cursor.since(first));
    }

    private void once(Token clause, String what, @Nullable Object before) {
        if (before != null) {
            cursor.report(Code.CLAUSE_TWICE, cursor.since(clause), what);
        }
    }
}
