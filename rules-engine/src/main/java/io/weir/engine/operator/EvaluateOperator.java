package io.weir.engine.operator;

import io.weir.dsl.contract.StatusReport.Filled;
import io.weir.engine.JobConfig;
import io.weir.engine.OperatorIds;
import io.weir.engine.evaluate.Epoch;
import io.weir.engine.evaluate.Fill;
import io.weir.engine.evaluate.Key;
import io.weir.engine.evaluate.KeyEvaluator;
import io.weir.engine.evaluate.KeyEvaluator.EpochsByTime;
import io.weir.engine.evaluate.KeyState;
import io.weir.engine.evaluate.Lane;
import io.weir.engine.evaluate.RoutedRow;
import io.weir.engine.state.EngineTypes;
import io.weir.engine.state.OutRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.jspecify.annotations.Nullable;

/**
 * Orders the rows of all its keys, or takes them as they come, and evaluates each on its key's state: one read, one write, and now
 * and then a chunk of older events. A timer's namespace is the tenant, which a key alone does not tell.
 */
// What is transient is there once the task has started.
@SuppressWarnings("NullAway.Init")
final class EvaluateOperator extends ControlledOperator<RoutedRow, OutRecord> implements Triggerable<Key, String> {

    private static final long serialVersionUID = 1L;

    /** Timers stand on multiples of this: a key of many events wakes up once, not for each. */
    private static final long EXPIRY_STEP_MILLIS = 10_000;

    private transient OrderedBuffer<RoutedRow> waiting;
    private transient SchemaTopics topics;
    private transient KeyEvaluator evaluator;
    private transient Map<String, EpochsByTime> epochsByTenant;
    private transient Set<Key> storedKeys;
    private transient Fills fills;
    private transient long inputWatermark;
    private transient boolean unknownEpochWaits;

    private transient ListState<RoutedRow> storedWaiting;
    private transient ListState<String> storedFilled;
    private transient ValueState<KeyState> keyState;
    private transient StoredChunks chunks;
    private transient InternalTimerService<String> timers;

    EvaluateOperator(Lane lane, JobConfig config, Bootstrap bootstrap) {
        super(lane, config, bootstrap);
    }

    @Override
    String operatorName() {
        return OperatorIds.evaluate(lane);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        topics = new SchemaTopics(bootstrap.topicsOrderEvents());
        waiting = new OrderedBuffer<>(EvaluateOperator::turn, this::compare);
        fills = new Fills();
        storedFilled = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>(OperatorIds.FILLED, StringSerializer.INSTANCE));
        fills.restore(storedFilled.get(), task());
        evaluator = new KeyEvaluator(job.engine(), job.limits(), System::nanoTime);
        epochsByTenant = new HashMap<>();
        storedKeys = new HashSet<>();
        inputWatermark = Long.MIN_VALUE;
    }

    /** The event time at which it is a row's turn. */
    private static long turn(RoutedRow routed) {
        Fill fill = routed.fill();
        return fill == null ? routed.row().time() : fill.after();
    }

    /** Rows of the past behind all others of that time, and among themselves as they came. */
    private int compare(RoutedRow left, RoutedRow right) {
        int byTurn = Long.compare(turn(left), turn(right));
        if (byTurn != 0 || (left.fill() != null && right.fill() != null)) {
            return byTurn;
        } else if (left.fill() == null && right.fill() == null) {
            return topics.compare(left.row(), right.row());
        }
        return left.fill() == null ? -1 : 1;
    }

    @Override
    public void open() throws Exception {
        super.open();
        var store = getKeyedStateStore();
        keyState = store.getState(new ValueStateDescriptor<>(OperatorIds.EVALUATE_KEY, EngineTypes.KEY_STATE));
        chunks = new StoredChunks(store.getMapState(
                new MapStateDescriptor<>(OperatorIds.EVALUATE_CHUNKS, EngineTypes.CHUNK_KEY, EngineTypes.CHUNK)));
        storedWaiting =
                store.getListState(new ListStateDescriptor<>(OperatorIds.EVALUATE_WAITING, EngineTypes.ROUTED_ROW));
        timers = getInternalTimerService(OperatorIds.EVALUATE_EXPIRY, StringSerializer.INSTANCE, this);
        restoreWaiting();
    }

    private void restoreWaiting() throws Exception {
        KeyedStateBackend<Key> backend = getKeyedStateBackend();
        try (Stream<Key> keys = backend.getKeys(OperatorIds.EVALUATE_WAITING, VoidNamespace.INSTANCE)) {
            keys.forEach(storedKeys::add);
        }
        for (Key key : storedKeys) {
            setCurrentKey(key);
            storedWaiting.get().forEach(this::await);
        }
    }

    @Override
    public void processElement1(StreamRecord<RoutedRow> element) throws Exception {
        RoutedRow row = element.getValue();
        if (row.fill() != null) {
            await(row);
            drain();
            return;
        }
        report.countEvent();
        boolean passed = row.row().time() <= passed();
        if (!order.waits()) {
            take(row, passed);
        } else if (passed) {
            late(row);
        } else {
            await(row);
        }
    }

    private void take(RoutedRow row, boolean passed) throws Exception {
        if (passed) {
            report.countBehind();
        }
        if (!evaluate(row)) {
            await(row);
        }
    }

    private void late(RoutedRow row) {
        epochOf(row);
        report.countLate();
        String topic = topics.topic(row.row().schemaId());
        emit(records.late(row.tenant(), topic, row.row(), "behind the watermark of " + row.key()));
    }

    private void await(RoutedRow row) {
        unknownEpochWaits |= epochOf(row) == null;
        waiting.add(row);
    }

    /** Null while its release has not arrived. */
    private @Nullable Epoch epochOf(RoutedRow row) {
        Epoch epoch = epochs.numbered(row.tenant(), row.epoch());
        if (epoch != null) {
            topics.learn(epoch);
        }
        return epoch;
    }

    @Override
    public void processWatermark1(Watermark mark) throws Exception {
        inputWatermark = mark.getTimestamp();
        proceed();
    }

    @Override
    void processIdleness(boolean idle) {
        output.emitWatermarkStatus(idle ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE);
    }

    /** Evaluates what event time allows, up to the first row of an epoch that is not known yet. */
    @Override
    void proceed() throws Exception {
        if (unknownEpochWaits) {
            unknownEpochWaits = false;
            waiting.forEach(row -> unknownEpochWaits |= epochOf(row) == null);
        }
        // A moment past the hold may belong to the publish that is between its phases.
        long target = Math.min(inputWatermark, holds.cap());
        waiting.drain(order.waits() ? Math.max(target, passed()) : Long.MAX_VALUE, this::evaluate);
        long passed = waiting.isEmpty() ? target : Math.min(target, waiting.earliest() - 1);
        if (passed > watermark) {
            advance(passed);
        }
    }

    private void advance(long passed) throws Exception {
        watermark = passed;
        Watermark mark = new Watermark(passed);
        getTimeServiceManager().orElseThrow().advanceWatermark(mark);
        output.emitWatermark(mark);
        epochs.forgetUpTo(passed);
    }

    /** What waits although its time has passed: rows of the past. */
    private void drain() throws Exception {
        waiting.drain(passed(), this::evaluate);
    }

    private boolean evaluate(RoutedRow row) throws Exception {
        Epoch epoch = epochOf(row);
        if (epoch == null) {
            return false;
        }
        Fill fill = row.fill();
        if (fill != null && row.isEndOfFill()) {
            fills.ended(row.tenant(), fill.backfill());
            return true;
        }
        setCurrentKey(row.key());
        KeyState stored = keyState.value();
        KeyState state = stored == null ? new KeyState() : stored;
        state.chunks(chunks);
        long wakeBefore = wake(state);
        EpochsByTime known = epochsOf(row.tenant());
        if (fill == null) {
            order.met(row);
            long clock = order.clock(row.row().time(), passed());
            evaluator.evaluate(known, epoch, row, state, clock, this::emitOutcome);
        } else {
            long now = Math.max(passed(), fill.after());
            evaluator.fill(known, epoch, row, state, now, this::emitOutcome);
        }
        store(stored, state);
        // A timer never stands later than that: it is enough to look whether it has moved forward.
        long wake = wake(state);
        if (wake < wakeBefore) {
            timers.registerEventTimeTimer(row.tenant(), wake);
        }
        return true;
    }

    private void store(@Nullable KeyState stored, KeyState state) throws Exception {
        if (!state.isEmpty()) {
            keyState.update(state);
        } else if (stored != null) {
            keyState.clear();
        }
    }

    private EpochsByTime epochsOf(String tenant) {
        return epochsByTenant.computeIfAbsent(tenant, name -> order.epochs(epochs, name));
    }

    /** What is due happens at its time; to drop what is old is in no hurry. */
    private static long wake(KeyState state) {
        return Math.min(state.nextDue(), expiry(state));
    }

    private static long expiry(KeyState state) {
        long next = state.nextExpiry();
        boolean never = state.isEmpty() || next > Long.MAX_VALUE - EXPIRY_STEP_MILLIS;
        return never
                ? Long.MAX_VALUE
                : Math.floorDiv(next + EXPIRY_STEP_MILLIS - 1, EXPIRY_STEP_MILLIS) * EXPIRY_STEP_MILLIS;
    }

    @Override
    public void onEventTime(InternalTimer<Key, String> timer) throws Exception {
        KeyState state = keyState.value();
        if (state == null) {
            return;
        }
        state.chunks(chunks);
        String tenant = timer.getNamespace();
        evaluator.expire(epochsOf(tenant), timer.getKey(), state, timer.getTimestamp(), this::emitOutcome);
        store(state, state);
        long wake = wake(state);
        if (wake < Long.MAX_VALUE) {
            timers.registerEventTimeTimer(tenant, wake);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<Key, String> timer) {
        throw new IllegalStateException("No such timer is ever set (DEVELOPER)");
    }

    @Override
    void emit(OutRecord record) {
        output.collect(new StreamRecord<>(record));
    }

    @Override
    void beforeReport() {
        report.filled(fills.whole());
    }

    private boolean isAsked(Filled filled) {
        Long backfill = filled.backfill();
        return control.state().live(filled.tenant()).values().stream()
                .anyMatch(change -> backfill.equals(change.backfill()));
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        super.notifyCheckpointComplete(checkpoint);
        fills.completed(checkpoint);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        storedFilled.update(fills.snapshot(context.getCheckpointId(), task(), this::isAsked));
        Map<Key, List<RoutedRow>> byKey = new HashMap<>();
        waiting.forEach(row ->
                byKey.computeIfAbsent(row.key(), any -> new ArrayList<>()).add(row));
        for (Key key : storedKeys) {
            if (!byKey.containsKey(key)) {
                setCurrentKey(key);
                storedWaiting.clear();
            }
        }
        for (Map.Entry<Key, List<RoutedRow>> entry : byKey.entrySet()) {
            setCurrentKey(entry.getKey());
            storedWaiting.update(entry.getValue());
        }
        storedKeys = byKey.keySet();
    }
}
