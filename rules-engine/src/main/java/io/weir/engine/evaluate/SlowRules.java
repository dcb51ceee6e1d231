package io.weir.engine.evaluate;

import io.weir.dsl.contract.AlertJson;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules that take too long for an event. The clock is looked at twice an event; only after an event that took too long as a
 * whole, each rule is timed on its own for {@value #WATCHED} events.
 */
final class SlowRules {

    static final int WATCHED = 1_000;
    static final int MOST = 10;

    private static final long NOT_TIMED = Long.MIN_VALUE;

    private final LongSupplier nanos;
    private final long limit;
    private int watched;

    /** @param nanos a clock that only goes on, as {@link System#nanoTime} */
    SlowRules(Duration limit, LongSupplier nanos) {
        this.limit = limit.toNanos();
        this.nanos = nanos;
    }

    long beginEvent() {
        return nanos.getAsLong();
    }

    void endEvent(long begun) {
        if (nanos.getAsLong() - begun > limit) {
            watched = WATCHED;
        } else if (watched > 0) {
            watched--;
        }
    }

    long beginRule() {
        return watched == 0 ? NOT_TIMED : nanos.getAsLong();
    }

    /**
     * @param rule null where it was no rule of its own that was evaluated
     * @param time the event's, or the moment's
     */
    void endRule(long begun, @Nullable BoundRule rule, long time) {
        LoadedRule live = begun == NOT_TIMED || rule == null ? null : rule.rule();
        if (live != null) {
            endRule(begun, live.health(), time);
        }
    }

    void endRule(long begun, RuleHealth rule, long time) {
        if (begun == NOT_TIMED) {
            return;
        }
        long taken = nanos.getAsLong() - begun;
        if (taken > limit) {
            rule.slow("took " + taken / 1_000_000 + " ms, longer than " + limit / 1_000_000 + " ms, at "
                    + AlertJson.time(time));
        }
    }
}
