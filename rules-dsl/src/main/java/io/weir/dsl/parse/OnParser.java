package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code on Payment as paid where …, Refund by cardId, in Refund card.id}. */
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
        List<RuleDefinition.Elsewhere> elsewhere = new ArrayList<>();
        if (atEverything()) {
            cursor.take();
        } else {
            paths(paths);
            while (cursor.previous().is(TokenKind.COMMA) && cursor.atWords("in")) {
                elsewhere.add(elsewhere());
            }
        }
        key = new RuleDefinition.KeyClause(paths, elsewhere, cursor.since(first));
    }

    // Before a dot or a comma it is a field of that name.
    private boolean atEverything() {
        Token next = cursor.peek(1);
        return cursor.atWords("everything") && !next.is(TokenKind.DOT) && !next.is(TokenKind.COMMA);
    }

    private RuleDefinition.Elsewhere elsewhere() {
        Token first = cursor.take();
        Name stream = cursor.name("an event");
        List<Expression.Path> paths = new ArrayList<>();
        int end = paths(paths);
        return new RuleDefinition.Elsewhere(stream, paths, first.span().to(new Span(end, end)));
    }

    // Answers where the last one ends; a comma before `in` belongs to none.
    private int paths(List<Expression.Path> paths) {
        do {
            paths.add(terms.path("a field"));
        } while (cursor.takeIf(TokenKind.COMMA) && !cursor.atWords("in"));
        return paths.get(paths.size() - 1).span().end();
    }
}
