package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.WindowClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values that are phrases: aggregates, tallies, scores. Their words are soft: alone they are names. */
final class PhraseParser {

    /** Phrases that begin with one of these and a name, and cannot be compiled yet. */
    private static final Set<String> LATER_BEFORE_NAME = Set.of("previous", "first", "last", "distinct");

    private static final Set<String> LATER_BEFORE_OF = Set.of("stddev", "median", "distinct");
    private static final Set<String> LATER_BEFORE_FROM = Set.of("distance", "speed", "elapsed");

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
        Operator tally = tallyOperator();
        if (tally != null) {
            return tally(tally);
        }
        AggregateFunction function = aggregateFunction();
        if (function != null) {
            return aggregation(function);
        } else if (cursor.atWords("score", "of")) {
            return score();
        }
        refuseLater();
        return null;
    }

    private @Nullable AggregateFunction aggregateFunction() {
        String word = cursor.peek().text();
        return switch (word) {
            case "count", "sum", "average" -> cursor.atWords(word, "of") ? function(word) : null;
            case "highest", "lowest" -> atOperand() || cursor.atWords(word, "of") ? function(word) : null;
            default -> null;
        };
    }

    private static AggregateFunction function(String word) {
        for (AggregateFunction function : AggregateFunction.values()) {
            if (function.text().equals(word)) {
                return function;
            }
        }
        throw new IllegalStateException("No aggregate is called " + word);
    }

    // After `highest` stands what is looked at; anything else makes `highest` a name.
    private boolean atOperand() {
        Token next = cursor.peek(1);
        return next.is(TokenKind.LEFT_PARENTHESIS) || isPlainName(next);
    }

    private static boolean isPlainName(Token token) {
        return token.isName()
                && !Cursor.isReserved(token)
                && !(token.is(TokenKind.WORD) && Words.AFTER_VALUE.contains(token.text()));
    }

    private Expression aggregation(AggregateFunction function) {
        Token first = cursor.take();
        if (cursor.atWords("of")) {
            Token of = cursor.take();
            if (function == AggregateFunction.HIGHEST || function == AggregateFunction.LOWEST) {
                cursor.report(Code.OTHER_SPELLING, of.span(), function.text() + " of")
                        .help("write '" + function.text() + "' without 'of'")
                        .fix("Leave out 'of'", of.span(), "");
            }
        }
        Expression operand = operand(function);
        Expression where = cursor.takeIfWords("where") ? expressions.expression() : null;
        WindowClause window = window();
        return new Expression.Aggregation(function, null, operand, where, window, cursor.since(first));
    }

    private Expression operand(AggregateFunction function) {
        if (function == AggregateFunction.COUNT) {
            return terms.path("an event");
        } else if (cursor.at(TokenKind.LEFT_PARENTHESIS)) {
            return new PrimaryParser(cursor).grouped(expressions);
        }
        Expression.Path path = terms.path("a field");
        if (cursor.atWords("to") && Terms.isCurrency(cursor.peek(1))) {
            throw cursor.notAvailable(cursor.peek(), "'to " + cursor.peek(1).text() + "'");
        }
        return path;
    }

    private @Nullable WindowClause window() {
        Token first = cursor.peek();
        if (cursor.atWords("within")) {
            return within(first);
        } else if (!cursor.takeIfWords("over")) {
            return null;
        }
        cursor.expectWord("the");
        if (cursor.atWords("session")) {
            throw cursor.notAvailable(first, "'over the session'");
        } else if (!cursor.atWords("last") && !cursor.atWords("previous")) {
            throw cursor.unexpected("'last' or 'previous'");
        }
        boolean includesCurrent = cursor.take().isWord("last");
        if (cursor.at(TokenKind.NUMBER) && cursor.peek(1).isWord("events")) {
            throw cursor.notAvailable(first, "a window of a number of events");
        }
        return new WindowClause.Time(includesCurrent, terms.duration(), cursor.since(first));
    }

    private WindowClause within(Token first) {
        cursor.report(Code.OTHER_SPELLING, first.span(), "within")
                .help("an aggregate looks 'over the last' or 'over the previous' so much time")
                .fix("Change to 'over the last'", first.span(), "over the last");
        cursor.take();
        return new WindowClause.Time(true, terms.duration(), cursor.since(first));
    }

    private @Nullable Operator tallyOperator() {
        if (cursor.atWords("more", "than") || cursor.atWords("less", "than") || cursor.atWords("fewer", "than")) {
            return cursor.atWords("more") ? Operator.GREATER : Operator.LESS;
        } else if (cursor.atWords("at", "least") && cursor.peek(2).is(TokenKind.NUMBER)) {
            return Operator.AT_LEAST;
        }
        return cursor.atWords("exactly") && cursor.peek(1).is(TokenKind.NUMBER) ? Operator.EQUAL : null;
    }

    private Expression tally(Operator operator) {
        Token first = cursor.take();
        if (first.isWord("less")) {
            cursor.report(Code.OTHER_SPELLING, first.span(), "less than")
                    .help("events are counted with 'fewer than'")
                    .fix("Change to 'fewer'", first.span(), "fewer");
        }
        if (operator != Operator.EQUAL) {
            cursor.take();
        }
        Expression.NumberLiteral number = terms.wholeNumber("a whole number");
        if (cursor.atWords("different")) {
            throw cursor.notAvailable(cursor.peek(), "'different'");
        }
        Name stream = cursor.name("an event");
        Expression where = cursor.takeIfWords("where") ? expressions.expression() : null;
        cursor.expectWord("within");
        return new Expression.Tally(operator, number, null, stream, where, terms.duration(), cursor.since(first));
    }

    private Expression score() {
        Token first = cursor.take();
        cursor.take();
        Name model = cursor.name("a model");
        List<Expression.Argument> given = new ArrayList<>();
        if (cursor.takeIfWords("given")) {
            do {
                given.add(argument());
            } while (cursor.at(TokenKind.COMMA) && cursor.takeIf(TokenKind.COMMA));
        }
        return new Expression.Score(model, given, cursor.since(first));
    }

    private Expression.Argument argument() {
        Name name = cursor.name("an input of the model");
        cursor.expect(TokenKind.COLON);
        if (cursor.at(TokenKind.LEFT_PARENTHESIS)) {
            return new Expression.Argument(name, new PrimaryParser(cursor).grouped(expressions));
        } else if (cursor.peek().isName() && !cursor.atWords("true") && !cursor.atWords("false")) {
            return new Expression.Argument(name, terms.path("a value"));
        }
        return new Expression.Argument(name, new PrimaryParser(cursor).primary(expressions));
    }

    private void refuseLater() {
        Token word = cursor.peek();
        Token next = cursor.peek(1);
        boolean later = (LATER_BEFORE_NAME.contains(word.text()) && isPlainName(next))
                || (LATER_BEFORE_OF.contains(word.text()) && next.isWord("of"))
                || (LATER_BEFORE_FROM.contains(word.text()) && next.isWord("from"))
                || (word.isWord("percentile") && next.is(TokenKind.NUMBER))
                || cursor.atWords("followed", "by");
        if (later) {
            throw cursor.notAvailable(word, word.isWord("followed") ? "'followed by'" : "'" + word.text() + "'");
        }
    }
}
