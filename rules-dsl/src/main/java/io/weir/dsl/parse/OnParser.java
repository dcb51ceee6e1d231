package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code on Payment as paid where …, Refund by cardId}. */
final class OnParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final Terms terms;
    private final List<RuleDefinition.StreamClause> streams = new ArrayList<>();
    private RuleDefinition.@Nullable KeyClause key;

    OnParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.terms = new Terms(cursor);
    }

    List<RuleDefinition.StreamClause> streams() {
        return streams;
    }

    RuleDefinition.@Nullable KeyClause key() {
        return key;
    }

    void on() {
        Token first = cursor.take();
        if (!streams.isEmpty()) {
            cursor.report(Code.CLAUSE_TWICE, first.span(), "'on'").help("name several events after one 'on': on A, B");
        }
        do {
            streams.add(stream());
        } while (cursor.takeIf(TokenKind.COMMA));
        if (cursor.atWords("by")) {
            by();
        }
    }

    private RuleDefinition.StreamClause stream() {
        Token first = cursor.peek();
        Name stream = cursor.name("an event");
        Name alias = cursor.takeIfWords("as") ? cursor.name("a name for the event") : null;
        Expression where = cursor.takeIfWords("where") ? expressions.expression() : null;
        return new RuleDefinition.StreamClause(stream, alias, where, cursor.since(first));
    }

    void by() {
        Token first = cursor.take();
        if (key != null) {
            cursor.report(Code.CLAUSE_TWICE, first.span(), "'by'").help("name several fields after one 'by': by a, b");
        }
        List<Expression.Path> paths = new ArrayList<>();
        if (cursor.atWords("everything")) {
            cursor.take();
        } else {
            paths(paths);
        }
        key = new RuleDefinition.KeyClause(paths, List.of(), cursor.since(first));
    }

    private void paths(List<Expression.Path> paths) {
        do {
            if (cursor.atWords("in")) {
                throw cursor.notAvailable(cursor.peek(), "a key of another name in another event");
            }
            paths.add(terms.path("a field"));
        } while (cursor.takeIf(TokenKind.COMMA));
    }
}
