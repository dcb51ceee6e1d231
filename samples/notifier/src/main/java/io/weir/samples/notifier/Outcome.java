package io.weir.samples.notifier;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
sealed interface Outcome {

    /** The endpoint has it. */
    record Delivered(int status) implements Outcome {}

    /**
     * Not this time.
     *
     * @param asked how long the endpoint asks to be left alone; null where it does not say
     */
    record Later(String reason, @Nullable Duration asked) implements Outcome {}

    /** The endpoint will refuse it each time. */
    record Never(String reason) implements Outcome {}

    /** Refusals that speak of access, place, pace or a race, not of what was sent: someone may mend that. */
    Set<Integer> NOT_OF_THE_CONTENT = Set.of(401, 403, 404, 405, 407, 408, 409, 421, 423, 425, 429);

    static Outcome of(int status, @Nullable String retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return new Delivered(status);
        }
        String reason = "the endpoint answered " + status;
        boolean refused = status >= 400 && status < 500 && !NOT_OF_THE_CONTENT.contains(status);
        return refused ? new Never(reason) : new Later(reason, wait(retryAfter, now));
    }

    /** Retry-After holds seconds or a date (RFC 9110, 10.2.3). */
    private static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        } else if (retryAfter.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            Instant then = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
