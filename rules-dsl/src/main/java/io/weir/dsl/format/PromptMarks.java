package io.weir.dsl.format;

import io.weir.dsl.syntax.PromptDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;

/** A prompt: the fields of its answer behind its text, in one line with commas or a field a line without. */
final class PromptMarks {

    private final Marks marks;
    private final PromptDefinition prompt;
    private final int closing;

    PromptMarks(Marks marks, PromptDefinition prompt) {
        this.marks = marks;
        this.prompt = prompt;
        this.closing = marks.index(prompt.span().end()) - 1;
    }

    void flat() {
        choices();
        prompt.outputs().stream().skip(1).forEach(output -> {
            Token before = marks.before(output.name(), 1);
            if (!before.is(TokenKind.COMMA)) {
                marks.commaAfter(before);
            }
        });
        marks.dropCommaBefore(closing);
    }

    void open() {
        choices();
        prompt.outputs().forEach(output -> {
            marks.at(marks.before(output.name(), 0), Break.field());
            marks.dropCommaBefore(marks.index(output.name().span().start()));
        });
        marks.dropCommaBefore(closing);
        if (!prompt.outputs().isEmpty()) {
            marks.at(marks.token(closing), Break.closing());
        }
    }

    private void choices() {
        for (PromptDefinition.Output output : prompt.outputs()) {
            output.choices().stream().skip(1).forEach(choice -> marks.at(marks.first(choice), Break.may(1, 4)));
            if (output.type() == null) {
                dropCommaOfChoices(marks.index(output.name().span().end()));
            }
        }
    }

    private void dropCommaOfChoices(int from) {
        int at = from;
        while (!marks.token(at).is(TokenKind.RIGHT_BRACKET)) {
            at++;
        }
        marks.dropCommaBefore(at);
    }
}
