package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.TestDefinition.Moment;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code day 3 10:00:00.250}: a time on one of a test's days. */
final class MomentParser {

    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3]):([0-5]?\\d):([0-5]?\\d(?:\\.\\d{1,3})?)");
    private static final long MINUTE = 60_000;

    private final Cursor cursor;

    MomentParser(Cursor cursor) {
        this.cursor = cursor;
    }

    boolean at() {
        return cursor.at(TokenKind.NUMBER)
                || (cursor.atWords("day") && cursor.peek(1).is(TokenKind.NUMBER));
    }

    Moment moment() {
        Token first = cursor.peek();
        if (!at()) {
            throw cursor.unexpected("a time such as 00:01:40");
        }
        long day = cursor.takeIfWords("day") ? day() : 0;
        return new Moment(day, clock(), cursor.since(first));
    }

    private long day() {
        BigDecimal day = new Terms(cursor).wholeNumber("the number of the day").value();
        return day.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    private long clock() {
        Token first = cursor.expect(TokenKind.NUMBER);
        for (int part = 1; part < 3; part++) {
            if (!cursor.at(TokenKind.COLON)) {
                throw cursor.unexpected("':' and the rest of a time such as 00:01:40");
            }
            cursor.take();
            cursor.expect(TokenKind.NUMBER);
        }
        return millis(cursor.since(first));
    }

    private long millis(Span written) {
        Matcher clock = CLOCK.matcher(cursor.source(written));
        if (!clock.matches()) {
            cursor.report(Code.STRANGE_MOMENT, written, cursor.source(written))
                    .help("write hours, minutes and seconds without blanks, from 00:00:00 to 23:59:59.999");
            return 0;
        }
        long minutes = Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2));
        return minutes * MINUTE
                + new BigDecimal(clock.group(3)).movePointRight(3).longValueExact();
    }
}
