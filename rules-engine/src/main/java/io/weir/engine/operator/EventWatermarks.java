package io.weir.engine.operator;

import io.weir.engine.EvaluationTime;
import io.weir.engine.Timing;
import io.weir.engine.state.RawEvent;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Tells event time for one partition: the highest time less the lateness that its stream allows. An event at exactly that time is
 * still in time, so the watermark stands a millisecond before.
 */
public final class EventWatermarks implements WatermarkGenerator<RawEvent> {

    private static final Duration ALIGNMENT_INTERVAL = Duration.ofMillis(200);

    private long progress = Long.MIN_VALUE;

    private EventWatermarks() {}

    /** For live partitions: one that falls silent, or far ahead, does not hold up the others. */
    public static WatermarkStrategy<RawEvent> live(Timing timing) {
        // Where events do not wait for others, partitions need not either.
        WatermarkStrategy<RawEvent> live = timing.evaluation() == EvaluationTime.ARRIVAL ? bounded() : aligned(timing);
        return live.withIdleness(timing.idleness());
    }

    /** For partitions that are read to their end: one that is far ahead waits for the others, or its events would in memory. */
    public static WatermarkStrategy<RawEvent> aligned(Timing timing) {
        return bounded().withWatermarkAlignment("events", timing.maxDrift(), ALIGNMENT_INTERVAL);
    }

    /** For inputs that end: nothing is ever taken to be idle. */
    public static WatermarkStrategy<RawEvent> bounded() {
        return WatermarkStrategy.<RawEvent>forGenerator(context -> new EventWatermarks())
                .withTimestampAssigner((event, any) -> event.time());
    }

    @Override
    public void onEvent(RawEvent event, long time, WatermarkOutput output) {
        if (event.unreadable() == null) {
            progress = Math.max(progress, event.progress());
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (progress != Long.MIN_VALUE) {
            output.emitWatermark(new Watermark(progress - 1));
        }
    }
}
