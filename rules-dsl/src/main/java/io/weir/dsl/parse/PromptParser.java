package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.PromptDefinition;
import io.weir.dsl.syntax.TemplateText;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code prompt triage timeout 10 seconds """…""" returns { summary: text, action: ["ignore", "block"] }}. */
final class PromptParser {

    private final Cursor cursor;
    private final Terms terms;
    private final List<PromptDefinition.Output> outputs = new ArrayList<>();
    private @Nullable Expression timeout;
    private @Nullable TemplateText template;

    PromptParser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new Terms(cursor);
    }

    PromptDefinition prompt() {
        Token first = cursor.expectWord("prompt");
        Name name = cursor.name("the name of the prompt");
        cursor.recover(this::asked, () -> cursor.atWords("returns"));
        cursor.recover(this::answered, () -> false);
        return new PromptDefinition(name, timeout, template, outputs, cursor.since(first));
    }

    private Token asked() {
        Token first = cursor.peek();
        if (cursor.takeIfWords("timeout")) {
            timeout = terms.duration();
        }
        template = new TemplateParser(cursor).template("the prompt's text");
        return first;
    }

    private Token answered() {
        Token first = cursor.expectWord("returns");
        cursor.expect(TokenKind.LEFT_BRACE);
        while (!cursor.at(TokenKind.RIGHT_BRACE)) {
            output();
            cursor.takeIf(TokenKind.COMMA);
        }
        cursor.take();
        return first;
    }

    private void output() {
        Name name = cursor.name("a field of the answer");
        cursor.expect(TokenKind.COLON);
        if (cursor.at(TokenKind.LEFT_BRACKET)) {
            outputs.add(new PromptDefinition.Output(
                    name, null, new PrimaryParser(cursor).list().entries()));
        } else {
            outputs.add(new PromptDefinition.Output(name, terms.type(), List.of()));
        }
    }
}
