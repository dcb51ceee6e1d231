package io.weir.dsl.format;

import io.weir.dsl.syntax.TableDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.TypeReference;

/** A table: in one line, or the fields of its record in lines of their own; what else is said of it has commas. */
final class TableMarks {

    private static final Break CLAUSE = Break.may(1, 2);

    private final Marks marks;
    private final TableDefinition table;
    private final int end;

    TableMarks(Marks marks, TableDefinition table) {
        this.marks = marks;
        this.table = table;
        this.end = marks.index(table.span().end());
    }

    void flat() {
        mark(false);
    }

    void open() {
        mark(true);
    }

    private void mark(boolean open) {
        TypeReference returns = table.returns();
        if (returns == null) {
            return;
        }
        marks.at(marks.before(returns, 1), CLAUSE);
        if (open && returns.isRecord()) {
            new RecordMarks(marks).open(returns);
        } else {
            new RecordMarks(marks).flat(returns);
        }
        tail(marks.index(returns.span().end()));
    }

    private void tail(int from) {
        int at = comma(from);
        while (at < end) {
            marks.at(marks.token(at), CLAUSE);
            at += marks.token(at).isWord("versioned") ? 1 : 3;
            Token last = marks.token(at - 1);
            at = comma(at);
            if (at < end) {
                marks.commaAfter(last);
            }
        }
    }

    private int comma(int at) {
        boolean found = at < end && marks.token(at).is(TokenKind.COMMA);
        if (found) {
            marks.drop(marks.token(at));
        }
        return found ? at + 1 : at;
    }
}
