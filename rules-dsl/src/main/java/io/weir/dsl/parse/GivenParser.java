package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TestDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands behind a test's {@code given}: rows with their times, a list, a score, or the rows of a table. */
final class GivenParser {

    private final Cursor cursor;
    private final Terms terms;
    private final MomentParser moments;
    private final RecordParser records;

    GivenParser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new Terms(cursor);
        this.moments = new MomentParser(cursor);
        this.records = new RecordParser(cursor);
    }

    void given(List<TestDefinition.Given> given) {
        if (moments.at()) {
            do {
                given.add(row());
            } while (moments.at());
        } else if (cursor.atWords("list") && cursor.peek(1).is(TokenKind.AT)) {
            given.add(list());
        } else if (cursor.atWords("score", "of")) {
            given.add(score());
        } else if (cursor.peek().isName() && cursor.peek(1).is(TokenKind.LEFT_BRACE)) {
            given.add(table());
        } else {
            throw cursor.unexpected("a time such as 00:01:40, 'list @…', 'score of …' or a table with its rows");
        }
    }

    private TestDefinition.Row row() {
        Token first = cursor.peek();
        TestDefinition.Moment at = moments.moment();
        Name stream = cursor.name("an event");
        Expression.RecordLiteral values = records.literal();
        Expression.NumberLiteral times = null;
        Expression every = null;
        if (cursor.takeIfWords("x")) {
            times = terms.wholeNumber("how often, a whole number");
            every = cursor.takeIfWords("every") ? terms.duration() : null;
        }
        return new TestDefinition.Row(at, stream, values, times, every, cursor.since(first));
    }

    private TestDefinition.ListGiven list() {
        Token first = cursor.take();
        cursor.expect(TokenKind.AT);
        Name name = cursor.name("the name of a list");
        cursor.expect(TokenKind.EQUAL);
        return new TestDefinition.ListGiven(name, new PrimaryParser(cursor).list(), cursor.since(first));
    }

    private TestDefinition.ScoreGiven score() {
        Token first = cursor.take();
        cursor.expectWord("of");
        Name model = cursor.name("a model");
        cursor.expect(TokenKind.EQUAL);
        Token sign = cursor.peek();
        boolean negative = cursor.takeIf(TokenKind.MINUS);
        Expression number = Terms.literal(cursor.expect(TokenKind.NUMBER));
        Expression value = negative ? new Expression.Negate(number, cursor.since(sign)) : number;
        return new TestDefinition.ScoreGiven(model, value, cursor.since(first));
    }

    private TestDefinition.TableGiven table() {
        Token first = cursor.peek();
        Name table = cursor.name("a table");
        List<Expression.RecordLiteral> rows = new ArrayList<>();
        do {
            rows.add(records.literal());
        } while (cursor.takeIf(TokenKind.COMMA) || cursor.at(TokenKind.LEFT_BRACE));
        return new TestDefinition.TableGiven(table, rows, cursor.since(first));
    }
}
