package io.weir.engine.operator;

import io.weir.engine.state.RawEvent;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Events of the past tell no time: whoever reads them beside live ones need not wait for them. */
public final class BackfillWatermarks implements WatermarkGenerator<RawEvent> {

    private BackfillWatermarks() {}

    public static WatermarkStrategy<RawEvent> always() {
        return WatermarkStrategy.<RawEvent>forGenerator(context -> new BackfillWatermarks())
                .withTimestampAssigner((event, any) -> event.time());
    }

    @Override
    public void onEvent(RawEvent event, long time, WatermarkOutput output) {
        // See above.
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }
}
