package io.weir.dsl.format;

import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;

/** An event: a field a line, without commas; behind the brace what else is said of it, with commas. */
final class EventMarks {

    private final Marks marks;
    private final EventDefinition event;
    private final int end;
    private int at;

    EventMarks(Marks marks, EventDefinition event) {
        this.marks = marks;
        this.event = event;
        this.end = marks.index(event.span().end());
    }

    void mark() {
        event.fields().forEach(this::field);
        int fields = event.fields().size();
        int closing = fields == 0
                ? marks.index(event.name().span().end()) + 1
                : marks.index(event.fields().get(fields - 1).span().end());
        if (fields > 0) {
            marks.at(marks.token(closing), Break.closing());
        }
        at = closing + 1;
        while (at < end) {
            tail(at == closing + 1);
        }
    }

    private void field(FieldDeclaration field) {
        marks.at(marks.first(field), Break.field());
        marks.dropCommaBefore(marks.index(field.span().end()));
        new RecordMarks(marks).flat(field.type());
    }

    private void tail(boolean first) {
        if (!first) {
            marks.at(marks.token(at), Break.may(1, 2));
        }
        at += length(marks.token(at));
        if (at < end && marks.token(at).is(TokenKind.COMMA)) {
            marks.drop(marks.token(at++));
        }
        if (at < end) {
            Token before = marks.token(at - 1);
            marks.commaAfter(before.is(TokenKind.COMMA) ? marks.token(at - 2) : before);
        }
    }

    private int length(Token keyword) {
        if (keyword.isWord("up")) {
            int last = at;
            while (!marks.token(last).isWord("late")) {
                last++;
            }
            return last + 1 - at;
        }
        return keyword.isWord("from") ? 3 : 2;
    }
}
