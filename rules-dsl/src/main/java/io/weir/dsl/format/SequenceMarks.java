package io.weir.dsl.format;

import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;

/** A sequence: a step a line, what it asks for in one column. */
final class SequenceMarks {

    private final Marks marks;
    private final Body.Sequence sequence;

    SequenceMarks(Marks marks, Body.Sequence sequence) {
        this.marks = marks;
        this.sequence = sequence;
    }

    void mark() {
        marks.at(marks.first(sequence), Break.must(2, 4));
        int widest = sequence.steps().stream().mapToInt(this::width).max().orElse(0);
        sequence.steps().forEach(step -> step(step, widest));
        if (sequence.resume() != null) {
            marks.at(marks.before(sequence.resume(), 1), Break.must(2, 7));
        }
    }

    private void step(Body.Step step, int widest) {
        marks.at(marks.first(step), Break.must(4, 6));
        int colon = colon(step);
        for (int at = marks.index(step.span().start()) + 1; at < colon; at++) {
            marks.tight(marks.token(at));
        }
        if (marks.index(step.span().end()) > colon + 1) {
            marks.gap(marks.token(colon + 1), 1 + widest - width(step));
        }
        if (step.where() != null) {
            ExpressionMarks.value(marks, step.where(), 6);
        }
    }

    private int colon(Body.Step step) {
        int at = marks.index(step.span().start()) + 1;
        while (!marks.token(at).is(TokenKind.COLON)) {
            at++;
        }
        return at;
    }

    /** Of its name and quantifier. */
    private int width(Body.Step step) {
        int width = 0;
        for (int at = marks.index(step.span().start()); at < colon(step); at++) {
            Token token = marks.token(at);
            width += marks.source(token).codePointCount(0, marks.source(token).length());
        }
        return width;
    }
}
