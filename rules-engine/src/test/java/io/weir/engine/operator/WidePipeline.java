package io.weir.engine.operator;

import io.weir.dsl.contract.ControlRecord;
import io.weir.engine.JobConfig;
import io.weir.engine.evaluate.Key;
import io.weir.engine.evaluate.Lane;
import io.weir.engine.evaluate.RoutedRow;
import io.weir.engine.state.ControlMessage;
import io.weir.engine.state.EngineTypes;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import io.weir.engine.state.WireTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * Route and evaluate, several tasks each, connected as Flink does: a partition goes to one route task, a key to the evaluate task of its key
 * group, and an evaluate task's watermark is the least of all route tasks'.
 */
final class WidePipeline implements AutoCloseable {

    private static final int MAX_PARALLELISM = 128;

    private final List<TwoInputStreamOperatorTestHarness<RawEvent, ControlMessage, RoutedRow>> routes =
            new ArrayList<>();
    private final List<KeyedTwoInputStreamOperatorTestHarness<Key, RoutedRow, ControlMessage, OutRecord>> evaluates =
            new ArrayList<>();
    private final long[] routed;
    private final List<OutRecord> out = new ArrayList<>();

    /** The state of all tasks of both operators. */
    record Snapshot(int parallelism, OperatorSubtaskState route, OperatorSubtaskState evaluate) {

        private OperatorSubtaskState of(OperatorSubtaskState all, int newParallelism, int subtask) {
            return AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    all, MAX_PARALLELISM, parallelism, newParallelism, subtask);
        }
    }

    WidePipeline(int parallelism, List<? extends ControlRecord> known, @Nullable Snapshot from) throws Exception {
        JobConfig config = Pipeline.CONFIG;
        Bootstrap bootstrap = Bootstrap.of(known);
        routed = new long[parallelism];
        Arrays.fill(routed, Long.MIN_VALUE);
        var types = new SerializerConfigImpl();
        for (int task = 0; task < parallelism; task++) {
            var route = new TwoInputStreamOperatorTestHarness<>(
                    new RouteOperator(Lane.EVENTS, config, bootstrap), MAX_PARALLELISM, parallelism, task);
            route.setup(EngineTypes.ROUTED_ROW.createSerializer(types));
            var evaluate = new KeyedTwoInputStreamOperatorTestHarness<>(
                    new EvaluateOperator(Lane.EVENTS, config, bootstrap),
                    RoutedRow::key,
                    null,
                    EngineTypes.KEY,
                    MAX_PARALLELISM,
                    parallelism,
                    task);
            evaluate.setup(WireTypes.OUT_RECORD.createSerializer(types));
            if (from != null) {
                route.initializeState(from.of(from.route(), parallelism, task));
                evaluate.initializeState(from.of(from.evaluate(), parallelism, task));
            }
            route.open();
            evaluate.open();
            routes.add(route);
            evaluates.add(evaluate);
        }
    }

    void event(RawEvent event) throws Exception {
        routes.get(event.partition() % routes.size()).processElement1(event, event.time());
        move();
    }

    /** Of the task that reads a partition. */
    void watermark(int partition, long time) throws Exception {
        routes.get(partition % routes.size()).processWatermark1(new Watermark(time));
        move();
    }

    /** At the end of everything. */
    void end() throws Exception {
        for (var route : routes) {
            route.processWatermark1(Watermark.MAX_WATERMARK);
        }
        move();
    }

    private void move() throws Exception {
        for (int task = 0; task < routes.size(); task++) {
            take(routes.get(task).getSideOutput(RouteOperator.OUT));
            for (Object element = routes.get(task).getOutput().poll();
                    element != null;
                    element = routes.get(task).getOutput().poll()) {
                pass(task, element);
            }
        }
        for (var evaluate : evaluates) {
            for (Object element = evaluate.getOutput().poll();
                    element != null;
                    element = evaluate.getOutput().poll()) {
                if (element instanceof StreamRecord<?> record) {
                    out.add((OutRecord) record.getValue());
                }
            }
        }
    }

    private void pass(int task, Object element) throws Exception {
        if (element instanceof Watermark mark) {
            long before = least();
            routed[task] = mark.getTimestamp();
            if (least() > before) {
                for (var evaluate : evaluates) {
                    evaluate.processWatermark1(new Watermark(least()));
                }
            }
        } else if (element instanceof StreamRecord<?> record) {
            RoutedRow row = (RoutedRow) record.getValue();
            int receiver =
                    KeyGroupRangeAssignment.assignKeyToParallelOperator(row.key(), MAX_PARALLELISM, evaluates.size());
            evaluates.get(receiver).processElement1(new StreamRecord<>(row, record.getTimestamp()));
        }
    }

    private long least() {
        return Arrays.stream(routed).min().orElseThrow();
    }

    private void take(@Nullable Queue<StreamRecord<OutRecord>> side) {
        if (side != null) {
            for (StreamRecord<OutRecord> record = side.poll(); record != null; record = side.poll()) {
                out.add(record.getValue());
            }
        }
    }

    Snapshot snapshot() throws Exception {
        List<OperatorSubtaskState> ofRoutes = new ArrayList<>();
        List<OperatorSubtaskState> ofEvaluates = new ArrayList<>();
        for (int task = 0; task < routes.size(); task++) {
            ofRoutes.add(routes.get(task).snapshot(1, 1));
            ofEvaluates.add(evaluates.get(task).snapshot(1, 1));
        }
        return new Snapshot(routes.size(), together(ofRoutes), together(ofEvaluates));
    }

    private static OperatorSubtaskState together(List<OperatorSubtaskState> states) throws Exception {
        return AbstractStreamOperatorTestHarness.repackageState(states.toArray(OperatorSubtaskState[]::new));
    }

    List<OutRecord> out() {
        return out;
    }

    int keysKept() {
        return evaluates.stream().mapToInt(each -> each.numKeyedStateEntries()).sum();
    }

    @Override
    public void close() throws Exception {
        for (int task = 0; task < routes.size(); task++) {
            routes.get(task).close();
            evaluates.get(task).close();
        }
    }
}
