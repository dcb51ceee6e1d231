package io.weir.engine.evaluate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads timestamps: {@code 2026-01-31}, {@code 2026-01-31T23:59}, with seconds, a fraction (cut to milliseconds), a space for the
 * T, and a zone as {@code Z}, {@code +01}, {@code +0100} or {@code +01:00}.
 */
final class IsoTime {

    private final char[] chars;
    private final int end;
    private int at;

    private IsoTime(char[] chars, int from, int length) {
        this.chars = chars;
        this.at = from;
        this.end = from + length;
    }

    /** In milliseconds; fails with {@link DateTimeException} where the text is no timestamp. */
    static long parse(char[] chars, int from, int length, ZoneId zone) {
        return new IsoTime(chars, from, length).parse(zone);
    }

    private long parse(ZoneId zone) {
        int year = number(4);
        expect('-');
        int month = number(2);
        expect('-');
        int day = number(2);
        long date = LocalDate.of(year, month, day).toEpochDay() * 86_400_000L;
        if (at == end) {
            return inZone(date, zone);
        }
        if (chars[at] != 'T' && chars[at] != 't' && chars[at] != ' ') {
            throw malformed();
        }
        at++;
        long local = date + time();
        return at == end ? inZone(local, zone) : local - offset();
    }

    private long time() {
        int hour = number(2);
        expect(':');
        int minute = number(2);
        int second = 0;
        long millis = 0;
        if (at < end && chars[at] == ':') {
            at++;
            second = number(2);
            millis = fraction();
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw malformed();
        }
        return ((hour * 60L + minute) * 60 + second) * 1000 + millis;
    }

    private long fraction() {
        if (at == end || chars[at] != '.' && chars[at] != ',') {
            return 0;
        }
        int first = ++at;
        long millis = 0;
        for (; at < end && isDigit(chars[at]); at++) {
            if (at - first < 3) {
                millis = millis * 10 + (chars[at] - '0');
            }
        }
        if (at == first) {
            throw malformed();
        }
        for (int digits = at - first; digits < 3; digits++) {
            millis *= 10;
        }
        return millis;
    }

    private long offset() {
        char sign = chars[at++];
        if (sign == 'Z' || sign == 'z') {
            expectEnd();
            return 0;
        }
        if (sign != '+' && sign != '-') {
            throw malformed();
        }
        int hours = number(2);
        if (at < end && chars[at] == ':') {
            at++;
        }
        int minutes = at < end ? number(2) : 0;
        expectEnd();
        if (hours > 18 || minutes > 59) {
            throw malformed();
        }
        long millis = (hours * 60L + minutes) * 60_000;
        return sign == '-' ? -millis : millis;
    }

    /** The instant at which clocks of that zone show so many milliseconds since 1970. */
    static long inZone(long localMillis, ZoneId zone) {
        if (zone.equals(ZoneOffset.UTC)) {
            return localMillis;
        }
        return LocalDateTime.ofEpochSecond(
                        Math.floorDiv(localMillis, 1000), Math.floorMod(localMillis, 1000) * 1_000_000, ZoneOffset.UTC)
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }

    private int number(int digits) {
        if (at + digits > end) {
            throw malformed();
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            char c = chars[at++];
            if (!isDigit(c)) {
                throw malformed();
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private void expect(char expected) {
        if (at == end || chars[at++] != expected) {
            throw malformed();
        }
    }

    private void expectEnd() {
        if (at != end) {
            throw malformed();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static DateTimeException malformed() {
        return new DateTimeException("not a timestamp");
    }
}
