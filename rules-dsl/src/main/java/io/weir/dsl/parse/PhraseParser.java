package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values that are phrases: aggregates, tallies, scores, what came before. Their words are soft: alone they are names. */
final class PhraseParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final Terms terms;

    PhraseParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.terms = new Terms(cursor);
    }

    /** A phrase, or null where the word at hand begins none. */
    @Nullable
    Expression phrase() {
        Expression tally = new TallyParser(cursor, expressions).tally();
        if (tally != null) {
            return tally;
        }
        Expression aggregation = new AggregateParser(cursor, expressions).aggregation();
        if (aggregation != null) {
            return aggregation;
        } else if (cursor.atWords("score", "of")) {
            return score();
        } else if (cursor.atWords("previous") && cursor.isPlainName(1)) {
            return previous();
        }
        return new TravelParser(cursor, expressions).travel();
    }

    private Expression previous() {
        Token first = cursor.take();
        Expression.Path path = terms.path("an event or a field");
        Expression within = expressions.within();
        return new Expression.Previous(path, within, cursor.since(first));
    }

    private Expression score() {
        Token first = cursor.take();
        cursor.take();
        Name model = cursor.name("a model");
        List<Expression.Argument> given = new ArrayList<>();
        if (cursor.takeIfWords("given")) {
            do {
                given.add(argument());
            } while (atNextArgument() && cursor.takeIf(TokenKind.COMMA));
        }
        if (!given.isEmpty() && expressions.isCommaTaken()) {
            return withoutParentheses(cursor.since(first), given.size() == 1);
        }
        return new Expression.Score(model, given, cursor.since(first));
    }

    // Whose inputs and whose fields it took cannot be told, so nothing more is said of it.
    private Expression withoutParentheses(Span score, boolean isClear) {
        Problem problem = cursor.report(Code.SCORE_OPEN, score)
                .help("write it in parentheses: a comma behind it would go on with the model's inputs");
        if (isClear) {
            problem.fix("Put the score in parentheses", score, "(" + cursor.source(score) + ")");
        }
        return new Expression.Unreadable(score);
    }

    // Any other comma parts what the score stands in: arguments of a function, streams of a rule.
    private boolean atNextArgument() {
        return cursor.at(TokenKind.COMMA)
                && cursor.peek(1).isName()
                && cursor.peek(2).is(TokenKind.COLON);
    }

    private Expression.Argument argument() {
        Name name = cursor.name("an input of the model");
        cursor.expect(TokenKind.COLON);
        if (cursor.at(TokenKind.LEFT_PARENTHESIS)) {
            return new Expression.Argument(name, new PrimaryParser(cursor).grouped(expressions));
        } else if (cursor.peek().isName() && !atLiteral()) {
            return new Expression.Argument(name, terms.path("a value"));
        }
        return new Expression.Argument(name, new PrimaryParser(cursor).primary(expressions));
    }

    private boolean atLiteral() {
        return cursor.atWords("true")
                || cursor.atWords("false")
                || (cursor.atWords("timestamp") && cursor.peek(1).is(TokenKind.TEXT));
    }
}
