package io.weir.benchmarks.job;

import static io.weir.benchmarks.job.FailedLoginRule.MOST;
import static io.weir.benchmarks.job.FailedLoginRule.THROTTLE;
import static io.weir.benchmarks.job.FailedLoginRule.WINDOW;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The rule, hard-coded: one value of state a user, read once an event and written when it changed, and one timer that removes it.
 * Right only as long as a user's events come in order; Weir makes no such demand.
 */
final class FailedLogins extends KeyedProcessFunction<String, Attempt, Finding> {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("NullAway.Init")
    private transient ValueState<@Nullable FailureRing> state;

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>(
                        "failures", new OwnType<>(FailureRing.class, new FailureRingSerializer())));
    }

    @Override
    public void processElement(Attempt attempt, Context context, Collector<Finding> out) throws Exception {
        FailureRing ring = state.value();
        if (ring == null) {
            if (!attempt.failed()) {
                return;
            }
            ring = new FailureRing();
        }
        boolean changed = attempt.failed();
        ring.expire(attempt.at() - WINDOW);
        if (attempt.failed()) {
            ring.add(attempt.at());
            setTimer(ring, attempt.at(), context);
        }
        if (ring.size() > MOST) {
            decide(ring, attempt, out);
            changed = true;
        }
        if (changed) {
            state.update(ring);
        }
    }

    private static void decide(FailureRing ring, Attempt attempt, Collector<Finding> out) {
        if (ring.lastSent != FailureRing.NEVER && attempt.at() - ring.lastSent < THROTTLE) {
            ring.suppressed++;
            return;
        }
        out.collect(new Finding(attempt.userId(), attempt.at(), ring.size(), ring.suppressed));
        ring.lastSent = attempt.at();
        ring.suppressed = 0;
    }

    private static void setTimer(FailureRing ring, long time, Context context) {
        if (!ring.timerSet) {
            context.timerService().registerEventTimeTimer(time + WINDOW);
            ring.timerSet = true;
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Finding> out) throws Exception {
        FailureRing ring = state.value();
        if (ring == null) {
            return;
        }
        ring.expire(time - WINDOW);
        long needed = neededUntil(ring);
        if (needed <= time) {
            state.clear();
        } else {
            context.timerService().registerEventTimeTimer(needed);
            state.update(ring);
        }
    }

    private static long neededUntil(FailureRing ring) {
        long throttled = ring.lastSent == FailureRing.NEVER ? FailureRing.NEVER : ring.lastSent + THROTTLE;
        return ring.isEmpty() ? throttled : Math.max(throttled, ring.get(ring.size() - 1) + WINDOW);
    }
}
