package io.weir.cli.backtest;

import io.weir.engine.state.RawEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time over {@link MergedEvents}: each event comes from the file that had reached least, so where that file stood before the
 * event, all files stand or are at their end.
 */
final class MergedWatermarks implements WatermarkGenerator<RawEvent> {

    private final Map<Integer, Long> reached = new HashMap<>();
    private long watermark = Long.MIN_VALUE;

    static WatermarkStrategy<RawEvent> strategy() {
        return WatermarkStrategy.<RawEvent>forGenerator(context -> new MergedWatermarks())
                .withTimestampAssigner((event, any) -> event.time());
    }

    @Override
    public void onEvent(RawEvent event, long time, WatermarkOutput output) {
        if (event.unreadable() != null) {
            return;
        }
        Long before = reached.put(
                event.partition(), Math.max(event.progress(), reached.getOrDefault(event.partition(), Long.MIN_VALUE)));
        if (before != null) {
            watermark = Math.max(watermark, before - 1);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (watermark != Long.MIN_VALUE) {
            output.emitWatermark(new Watermark(watermark));
        }
    }
}
