package io.weir.dsl.parse;

import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.math.BigDecimal;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads a step of a sequence: {@code fall+: no Trade where price < previous price}. */
final class StepParser {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE - 1L);

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final BooleanSupplier end;

    /** The end is where no step can go on any more. */
    StepParser(Cursor cursor, ExpressionParser expressions, BooleanSupplier end) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.end = end;
    }

    Body.Step step() {
        Token first = cursor.peek();
        Name name = cursor.name("a step, 'when' or 'then'");
        Body.Quantifier quantifier = quantifier();
        cursor.expect(TokenKind.COLON);
        boolean forbidden = cursor.takeIfWords("no");
        Name stream = atStream() ? cursor.name("an event") : null;
        Expression where = cursor.takeIfWords("where") ? expressions.expression() : null;
        if (!cursor.atStep(0) && !end.getAsBoolean()) {
            boolean open = where == null;
            throw cursor.unexpected(open ? "'where', a step, 'when' or 'then'" : "'and', a step, 'when' or 'then'");
        }
        return new Body.Step(name, quantifier, forbidden, stream, where, cursor.since(first));
    }

    private boolean atStream() {
        return cursor.peek().isName() && !Cursor.isReserved(cursor.peek()) && !cursor.atStep(0);
    }

    private Body.@Nullable Quantifier quantifier() {
        Token first = cursor.peek();
        if (cursor.takeIf(TokenKind.PLUS)) {
            return new Body.Quantifier(1, null, first.span());
        } else if (cursor.takeIf(TokenKind.STAR)) {
            return new Body.Quantifier(0, null, first.span());
        } else if (cursor.takeIf(TokenKind.QUESTION)) {
            return new Body.Quantifier(0, 1, first.span());
        }
        return cursor.takeIf(TokenKind.LEFT_BRACE) ? counted(first) : null;
    }

    private Body.Quantifier counted(Token open) {
        int least = number();
        Integer most = least;
        if (cursor.takeIf(TokenKind.COMMA)) {
            most = cursor.at(TokenKind.RIGHT_BRACE) ? null : (Integer) number();
        }
        cursor.expect(TokenKind.RIGHT_BRACE);
        return new Body.Quantifier(least, most, cursor.since(open));
    }

    private int number() {
        return new Terms(cursor)
                .wholeNumber("how many events")
                .value()
                .min(LARGEST)
                .intValueExact();
    }
}
