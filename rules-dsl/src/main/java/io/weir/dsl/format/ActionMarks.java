package io.weir.dsl.format;

import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Token;
import java.util.List;

/** What a rule does: an action a line, its clauses and fields below what it says. */
final class ActionMarks {

    private static final int REST = 7;

    private final Marks marks;

    ActionMarks(Marks marks) {
        this.marks = marks;
    }

    void mark(List<Action> actions) {
        for (Action action : actions) {
            Token word = marks.before(action, 1);
            marks.at(word, Break.must(word.isWord("and") ? 3 : 2, REST));
            if (action instanceof Action.Emit emit) {
                emit(emit);
            } else {
                alert((Action.Alert) action);
            }
        }
    }

    private void alert(Action.Alert alert) {
        Break next = Break.may(1, REST);
        if (alert.topic() != null) {
            marks.at(marks.before(alert.topic(), 2), next);
        }
        if (alert.enrichedBy() != null) {
            marks.at(marks.before(alert.enrichedBy(), 2), next);
        }
        if (alert.given() != null) {
            marks.at(marks.first(alert.given()), Break.may(2, REST + 2));
        }
        if (alert.atMostOncePer() != null) {
            marks.at(marks.before(alert.atMostOncePer(), 4), next);
        }
    }

    // The topic stands where the brace closes, even past the end of the line.
    private void emit(Action.Emit emit) {
        for (Expression.Argument field : emit.fields()) {
            marks.at(marks.first(field), Break.may(1, REST + 2));
            ExpressionMarks.value(marks, field.value(), REST + 4);
        }
        if (emit.topic() != null) {
            marks.hang(marks.before(emit.topic(), 2));
            marks.dropCommaBefore(marks.index(emit.topic().span().start()) - 3);
        }
    }
}
