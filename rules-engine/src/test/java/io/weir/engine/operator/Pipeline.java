package io.weir.engine.operator;

import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.StatusReport;
import io.weir.engine.EvaluationTime;
import io.weir.engine.JobConfig;
import io.weir.engine.Timing;
import io.weir.engine.contract.AlertSchema;
import io.weir.engine.evaluate.Key;
import io.weir.engine.evaluate.Lane;
import io.weir.engine.evaluate.RoutedRow;
import io.weir.engine.state.ControlMessage;
import io.weir.engine.state.EngineTypes;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import io.weir.engine.state.WireTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Route and evaluate, one task each, connected by hand: no cluster, no threads, time as the test wants it. */
final class Pipeline implements AutoCloseable {

    static final JobConfig CONFIG = JobConfig.of("test", "nowhere:9092");

    static final JobConfig ON_ARRIVAL = CONFIG.withTiming(Timing.DEFAULT.withEvaluation(EvaluationTime.ARRIVAL));

    private final TwoInputStreamOperatorTestHarness<RawEvent, ControlMessage, RoutedRow> route;
    private final KeyedTwoInputStreamOperatorTestHarness<Key, RoutedRow, ControlMessage, OutRecord> evaluate;
    private final List<OutRecord> out = new ArrayList<>();
    private final List<RawEvent> alerts = new ArrayList<>();
    private long watermark = Long.MIN_VALUE;
    private boolean routeIsIdle;

    /** The state of both. */
    record Snapshot(OperatorSubtaskState route, OperatorSubtaskState evaluate) {}

    private Pipeline(Lane lane, JobConfig config, List<? extends ControlRecord> known) throws Exception {
        Bootstrap bootstrap = Bootstrap.of(known);
        route = new TwoInputStreamOperatorTestHarness<>(new RouteOperator(lane, config, bootstrap));
        evaluate = new KeyedTwoInputStreamOperatorTestHarness<>(
                new EvaluateOperator(lane, config, bootstrap), RoutedRow::key, null, EngineTypes.KEY);
        var types = new SerializerConfigImpl();
        route.setup(EngineTypes.ROUTED_ROW.createSerializer(types));
        evaluate.setup(WireTypes.OUT_RECORD.createSerializer(types));
    }

    static Pipeline start(List<? extends ControlRecord> known) throws Exception {
        return restore(known, null);
    }

    static Pipeline restore(List<? extends ControlRecord> known, @Nullable Snapshot snapshot) throws Exception {
        return restore(Lane.EVENTS, CONFIG, known, snapshot);
    }

    static Pipeline restore(JobConfig config, List<? extends ControlRecord> known, @Nullable Snapshot snapshot)
            throws Exception {
        return restore(Lane.EVENTS, config, known, snapshot);
    }

    static Pipeline restore(
            Lane lane, JobConfig config, List<? extends ControlRecord> known, @Nullable Snapshot snapshot)
            throws Exception {
        Pipeline pipeline = new Pipeline(lane, config, known);
        if (snapshot != null) {
            pipeline.route.initializeState(snapshot.route());
            pipeline.evaluate.initializeState(snapshot.evaluate());
        }
        pipeline.route.open();
        pipeline.evaluate.open();
        return pipeline;
    }

    void event(RawEvent event) throws Exception {
        route.processElement1(event, event.time());
        move();
    }

    void watermark(long time) throws Exception {
        route.processWatermark1(new Watermark(time));
        move();
    }

    void idle() throws Exception {
        route.processWatermarkStatus1(WatermarkStatus.IDLE);
        move();
    }

    void active() throws Exception {
        route.processWatermarkStatus1(WatermarkStatus.ACTIVE);
        move();
    }

    /** A record of the control topic, for both operators. */
    void control(long offset, ControlRecord record) throws Exception {
        controlOfRoute(offset, record);
        controlOfEvaluate(offset, record);
    }

    void controlOfRoute(long offset, ControlRecord record) throws Exception {
        route.processElement2(new StreamRecord<>(ControlMessage.of(offset, record)));
        move();
    }

    void controlOfEvaluate(long offset, ControlRecord record) throws Exception {
        evaluate.processElement2(new StreamRecord<>(ControlMessage.of(offset, record)));
        move();
    }

    void processingTime(long time) throws Exception {
        route.setProcessingTime(time);
        evaluate.setProcessingTime(time);
        move();
    }

    Snapshot snapshot(long checkpoint) throws Exception {
        return new Snapshot(route.snapshot(checkpoint, checkpoint), evaluate.snapshot(checkpoint, checkpoint));
    }

    void completed(long checkpoint) throws Exception {
        evaluate.notifyOfCompletedCheckpoint(checkpoint);
    }

    /** Everything for Kafka but reports, in the order in which it came. */
    List<OutRecord> out() {
        return out;
    }

    /** The alerts that rules watch, since this was asked last. */
    List<RawEvent> takeAlerts() {
        List<RawEvent> taken = List.copyOf(alerts);
        alerts.clear();
        return taken;
    }

    /** Up to which event time everything has come out. */
    long watermark() {
        return watermark;
    }

    List<String> alertTexts() throws Exception {
        List<String> texts = new ArrayList<>();
        for (OutRecord record : out) {
            if (record.topic().equals(CONFIG.topics().alerts())) {
                texts.add(ContractJson.MAPPER
                        .readTree(record.value())
                        .path("text")
                        .asText());
            }
        }
        return texts;
    }

    StatusReport latestReport(String operator) {
        var harness = operator.startsWith("route") ? route : evaluate;
        StatusReport latest = null;
        for (StreamRecord<OutRecord> record : sideOutput(harness.getSideOutput(ControlledOperator.STATUS))) {
            latest = ContractJson.read(record.getValue().value(), StatusReport.class);
        }
        return Objects.requireNonNull(latest);
    }

    int keysKept() {
        return evaluate.numKeyedStateEntries();
    }

    int timersKept() {
        return evaluate.numEventTimeTimers() + evaluate.numProcessingTimeTimers();
    }

    private void move() throws Exception {
        take(route, RouteOperator.OUT);
        takeAlerts(route.getSideOutput(ControlledOperator.ALERTS));
        for (Object element = route.getOutput().poll();
                element != null;
                element = route.getOutput().poll()) {
            pass(element);
        }
        for (Object element = evaluate.getOutput().poll();
                element != null;
                element = evaluate.getOutput().poll()) {
            if (element instanceof StreamRecord<?> record) {
                take((OutRecord) record.getValue());
            } else if (element instanceof Watermark mark) {
                watermark = mark.getTimestamp();
            }
        }
        takeAlerts(evaluate.getSideOutput(ControlledOperator.ALERTS));
    }

    private void takeAlerts(@Nullable Queue<StreamRecord<RawEvent>> output) {
        Queue<StreamRecord<RawEvent>> queue = sideOutput(output);
        for (StreamRecord<RawEvent> record = queue.poll(); record != null; record = queue.poll()) {
            alerts.add(record.getValue());
        }
    }

    private void pass(Object element) throws Exception {
        if (element instanceof Watermark mark) {
            // As Flink does: the watermarks of an idle task are not listened to.
            if (!routeIsIdle) {
                evaluate.processWatermark1(mark);
            }
        } else if (element instanceof WatermarkStatus status) {
            routeIsIdle = status.isIdle();
            evaluate.processWatermarkStatus1(status);
        } else if (element instanceof StreamRecord<?> record) {
            evaluate.processElement1(new StreamRecord<>((RoutedRow) record.getValue(), record.getTimestamp()));
        }
    }

    private void take(
            TwoInputStreamOperatorTestHarness<RawEvent, ControlMessage, RoutedRow> harness, OutputTag<OutRecord> tag) {
        Queue<StreamRecord<OutRecord>> side = sideOutput(harness.getSideOutput(tag));
        for (StreamRecord<OutRecord> record = side.poll(); record != null; record = side.poll()) {
            take(record.getValue());
        }
    }

    private void take(OutRecord record) {
        if (record.header("ce_type") != null) {
            AlertSchema.requireDocumented(record.value());
        }
        out.add(record);
    }

    private static <T> Queue<T> sideOutput(@Nullable Queue<T> output) {
        return output == null ? new ArrayDeque<>() : output;
    }

    @Override
    public void close() throws Exception {
        route.close();
        evaluate.close();
    }
}
