package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TemplateText;
import io.weir.dsl.syntax.Token;
import org.jspecify.annotations.Nullable;

/** Reads {@code alert high "…" to topic "…" enriched by triage at most once per 5 minutes}. */
final class ActionParser {

    private final Cursor cursor;
    private final Terms terms;

    ActionParser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new Terms(cursor);
    }

    Action action() {
        Token word = cursor.peek();
        if (cursor.takeIfWords("alert")) {
            return alert(word);
        } else if (word.isWord("emit") || word.isWord("resume")) {
            throw cursor.notAvailable(word, "'" + word.text() + "'");
        }
        throw cursor.unexpected("an action such as 'alert'");
    }

    private Action alert(Token first) {
        Name severity = cursor.peek().isName() ? cursor.name("a severity") : null;
        TemplateText text = new TemplateParser(cursor).template("the alert's text");
        Expression.TextLiteral topic = null;
        Name prompt = null;
        Expression pause = null;
        while (true) {
            Token clause = cursor.peek();
            if (cursor.takeIfWords("to", "topic")) {
                once(clause, "'to topic'", topic);
                topic = cursor.text("the topic's name as a text");
            } else if (cursor.takeIfWords("enriched", "by")) {
                once(clause, "'enriched by'", prompt);
                prompt = prompt();
            } else if (cursor.takeIfWords("at", "most", "once", "per")) {
                once(clause, "'at most once per'", pause);
                pause = terms.duration();
            } else {
                return new Action.Alert(severity, text, topic, prompt, null, pause, cursor.since(first));
            }
        }
    }

    private Name prompt() {
        Name prompt = cursor.name("a prompt");
        if (cursor.atWords("given", "last")) {
            throw cursor.notAvailable(cursor.peek(), "'given last'");
        }
        return prompt;
    }

    private void once(Token clause, String what, @Nullable Object before) {
        if (before != null) {
            cursor.report(Code.CLAUSE_TWICE, cursor.since(clause), what);
        }
    }
}
