package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.TypeReference;
import io.weir.dsl.syntax.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The small pieces that many productions share: numbers with their units, paths, types. */
final class Terms {

    private final Cursor cursor;

    Terms(Cursor cursor) {
        this.cursor = cursor;
    }

    Expression.Path path(String what) {
        Token first = cursor.peek();
        List<Name> names = new ArrayList<>();
        names.add(cursor.name(what));
        while (cursor.at(TokenKind.DOT) && cursor.peek(1).isName()) {
            cursor.take();
            names.add(cursor.name("a name"));
        }
        return new Expression.Path(names, cursor.since(first));
    }

    /** A number, with the unit or the currency that follows it. */
    Expression number() {
        Token token = cursor.expect(TokenKind.NUMBER);
        Token next = cursor.peek();
        if (!next.is(TokenKind.WORD) || cursor.atStep(0)) {
            return literal(token);
        }
        Unit unit = takeUnit();
        if (unit != null) {
            return new Expression.Quantity(value(token), unit, cursor.since(token));
        } else if (isCurrency(next)) {
            return new Expression.MoneyLiteral(value(token), cursor.name("a currency"), cursor.since(token));
        } else if (Words.UNITS_OF_OTHERS.containsKey(next.text()) || isNearlyUnit(next)) {
            return strangeUnit(token);
        }
        return literal(token);
    }

    private static boolean isNearlyUnit(Token word) {
        return word.text().length() > 3
                && !Cursor.isReserved(word)
                && !Words.AFTER_VALUE.contains(word.text())
                && NearNames.nearest(word.text(), Unit.words()) != null;
    }

    Expression.NumberLiteral wholeNumber(String what) {
        Token token = cursor.peek();
        if (!token.is(TokenKind.NUMBER) || token.text().contains(".")) {
            throw cursor.unexpected(what);
        }
        cursor.take();
        return literal(token);
    }

    /** A number with a unit; whether it is one of time is checked later. */
    Expression duration() {
        Token token = cursor.peek();
        if (!token.is(TokenKind.NUMBER)) {
            throw cursor.unexpected("a duration such as '5 minutes'");
        }
        Token next = cursor.peek(1);
        if (next.is(TokenKind.WORD) && !Cursor.isReserved(next) && Unit.of(next.text()) == null) {
            cursor.take();
            return strangeUnit(token);
        }
        Expression number = number();
        if (number instanceof Expression.NumberLiteral) {
            throw cursor.unexpected("a unit of time such as 'minutes'");
        }
        return number;
    }

    private Expression strangeUnit(Token number) {
        Token word = cursor.take();
        String known = Words.UNITS_OF_OTHERS.get(word.text());
        String meant = known == null ? NearNames.nearest(word.text(), Unit.words()) : known;
        Problem problem = cursor.report(Code.STRANGE_UNIT, word.span(), word.text());
        if (meant == null) {
            problem.help("units of time are milliseconds, seconds, minutes, hours, days, weeks");
        } else {
            problem.suggest(meant, word.span(), "");
        }
        return new Expression.Unreadable(cursor.since(number));
    }

    private @Nullable Unit takeUnit() {
        Token word = cursor.peek();
        if (word.isWord("km")
                && cursor.peek(1).is(TokenKind.SLASH)
                && cursor.peek(1).touches(word)
                && cursor.peek(2).isWord("h")
                && cursor.peek(2).touches(cursor.peek(1))) {
            cursor.take();
            cursor.take();
            cursor.take();
            return Unit.KILOMETRES_PER_HOUR;
        }
        Unit unit = Unit.of(word.text());
        if (unit != null) {
            cursor.take();
        }
        return unit;
    }

    static boolean isCurrency(Token token) {
        return token.is(TokenKind.WORD)
                && token.text().length() == 3
                && token.text().chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    static Expression.NumberLiteral literal(Token token) {
        return new Expression.NumberLiteral(value(token), !token.text().contains("."), token.span());
    }

    private static BigDecimal value(Token token) {
        return new BigDecimal(token.text());
    }

    TypeReference type() {
        return new TypeParser(cursor).type();
    }
}
