package io.weir.dsl.format;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.TestDefinition;
import io.weir.dsl.syntax.TestDefinition.Given;
import io.weir.dsl.syntax.TestDefinition.Moment;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import org.jspecify.annotations.Nullable;

/** A test: a clause a line, several rows below each other. */
final class TestMarks {

    private static final int GIVEN = 8;
    private static final int FURTHER = 10;

    private final Marks marks;
    private final TestDefinition test;

    TestMarks(Marks marks, TestDefinition test) {
        this.marks = marks;
        this.test = test;
    }

    void mark() {
        for (Given given : test.given()) {
            Token before = marks.before(given, 1);
            if (before.isWord("given")) {
                marks.at(before, Break.must(2, FURTHER));
            } else {
                marks.at(marks.first(given), Break.must(GIVEN, FURTHER));
            }
            given(given);
        }
        for (TestDefinition.Expectation expected : test.expected()) {
            marks.at(marks.before(expected, 1), Break.must(2, FURTHER));
            expectation(expected);
        }
    }

    private void given(Given given) {
        if (given instanceof TestDefinition.Row row) {
            row(row);
        } else if (given instanceof TestDefinition.TableGiven table) {
            table(table);
        } else if (given instanceof TestDefinition.ListGiven list) {
            ExpressionMarks.value(marks, list.entries(), FURTHER);
        } else {
            ExpressionMarks.value(marks, ((TestDefinition.ScoreGiven) given).value(), FURTHER);
        }
    }

    private void row(TestDefinition.Row row) {
        moment(row.at());
        ExpressionMarks.value(marks, row.values(), FURTHER);
        if (row.times() != null) {
            marks.at(marks.before(row.times(), 1), Break.may(ExpressionMarks.FIELDS, FURTHER));
        }
    }

    private void table(TestDefinition.TableGiven table) {
        int name = table.table().span().end() - table.table().span().start();
        for (Expression.RecordLiteral row : table.rows()) {
            Token before = marks.before(row, 1);
            if (!row.equals(table.rows().get(0))) {
                marks.at(marks.first(row), Break.must(GIVEN + name + 1, GIVEN + name + 3));
            }
            if (before.is(TokenKind.COMMA)) {
                marks.drop(before);
            }
            ExpressionMarks.value(marks, row, GIVEN + name + 3);
        }
    }

    private void expectation(TestDefinition.Expectation expected) {
        if (expected instanceof TestDefinition.AlertExpected alert) {
            at(alert.at());
        } else if (expected instanceof TestDefinition.RouteExpected route) {
            at(route.at());
        } else if (expected instanceof TestDefinition.EmitExpected emit) {
            at(emit.at());
            if (emit.values() != null) {
                ExpressionMarks.value(marks, emit.values(), FURTHER);
            }
        }
    }

    private void at(@Nullable Moment moment) {
        if (moment != null) {
            marks.at(marks.before(moment, 1), Break.may(1, FURTHER));
            moment(moment);
        }
    }

    // Nothing stands around the colons of a time of day.
    private void moment(Moment moment) {
        int last = marks.index(moment.span().end()) - 1;
        marks.tight(marks.token(last));
        marks.tight(marks.token(last - 2));
    }
}
