package io.weir.engine.evaluate;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The clock on the wall of one zone. It remembers the offset that is in force and the last date, since the events of a stream mostly
 * share them. It belongs to one thread.
 */
final class ZoneClock {

    private static final long MILLIS_PER_HOUR = 3_600_000;
    private static final long MILLIS_PER_DAY = 86_400_000;

    private final ZoneRules rules;
    private long offset;
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;
    private long day = Long.MIN_VALUE;
    private byte[] date = {};

    ZoneClock(ZoneId zone) {
        rules = zone.getRules();
    }

    long hour(long millis) {
        return Math.floorMod(local(millis), MILLIS_PER_DAY) / MILLIS_PER_HOUR;
    }

    /** 1 for Monday, as ISO 8601 counts; 1970-01-01 was a Thursday. */
    long weekday(long millis) {
        long sinceMonday = Math.floorDiv(local(millis), MILLIS_PER_DAY) + DayOfWeek.THURSDAY.getValue() - 1;
        return Math.floorMod(sinceMonday, 7L) + 1;
    }

    /** In ISO 8601. */
    byte[] date(long millis) {
        long wanted = Math.floorDiv(local(millis), MILLIS_PER_DAY);
        if (wanted != day) {
            day = wanted;
            date = LocalDate.ofEpochDay(wanted).toString().getBytes(StandardCharsets.UTF_8);
        }
        return date;
    }

    private long local(long millis) {
        if (millis < from || millis >= until) {
            find(millis);
        }
        return Math.addExact(millis, offset);
    }

    private void find(long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        ZoneOffsetTransition before = rules.previousTransition(instant.plusMillis(1));
        ZoneOffsetTransition next = rules.nextTransition(instant);
        offset = rules.getOffset(instant).getTotalSeconds() * 1_000L;
        from = before == null ? Long.MIN_VALUE : before.toEpochSecond() * 1_000;
        until = next == null ? Long.MAX_VALUE : next.toEpochSecond() * 1_000;
    }
}
