package io.weir.engine.operator;

import io.weir.dsl.contract.StatusReport;
import io.weir.engine.JobConfig;
import io.weir.engine.OperatorIds;
import io.weir.engine.evaluate.Epoch;
import io.weir.engine.evaluate.Fill;
import io.weir.engine.evaluate.Lane;
import io.weir.engine.evaluate.Outcome;
import io.weir.engine.evaluate.RouteSink;
import io.weir.engine.evaluate.RoutedRow;
import io.weir.engine.evaluate.Router;
import io.weir.engine.evaluate.Row;
import io.weir.engine.evaluate.TableStore;
import io.weir.engine.evaluate.UnreadableEvent;
import io.weir.engine.evaluate.UnreadableRow;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import io.weir.engine.state.WireTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Orders events, gives each its epoch, and sends it to the keys that it concerns. Holds event time while a publish is between its
 * phases. On arrival it does neither.
 */
// What is transient is there once the task has started.
@SuppressWarnings("NullAway.Init")
final class RouteOperator extends ControlledOperator<RawEvent, RoutedRow> implements RouteSink {

    private static final long serialVersionUID = 1L;

    /** Everything but routed rows: alerts of rules without a key, late and unreadable events. */
    static final OutputTag<OutRecord> OUT = new OutputTag<>(OperatorIds.OUT, WireTypes.OUT_RECORD);

    private static final TypeInformation<Tuple3<String, Integer, Long>> PROGRESS =
            Types.TUPLE(Types.STRING, Types.INT, Types.LONG);

    private transient OrderedBuffer<RawEvent> waiting;
    /** Events of a backfill whose rules are not known yet; mostly none. */
    private transient Deque<RawEvent> retained;

    private transient boolean refusesFills;

    private transient PartitionProgress progress;
    private transient Decoding decoding;
    private transient Router router;
    private transient long inputWatermark;
    private transient boolean idle;
    private transient boolean idleDownstream;

    private transient ListState<RawEvent> storedWaiting;
    private transient ListState<Tuple3<String, Integer, Long>> storedProgress;

    RouteOperator(Lane lane, JobConfig config, Bootstrap bootstrap) {
        super(lane, config, bootstrap);
    }

    @Override
    String operatorName() {
        return OperatorIds.route(lane);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = new OrderedBuffer<>(RawEvent::time, RawEvent.ORDER);
        retained = new ArrayDeque<>();
        progress = new PartitionProgress();
        decoding = new Decoding(job.decoders());
        router = new Router(job.engine(), job.limits(), System::nanoTime);
        inputWatermark = Long.MIN_VALUE;
        restore(context);
    }

    private void restore(StateInitializationContext context) throws Exception {
        var store = context.getOperatorStateStore();
        storedWaiting = store.getListState(new ListStateDescriptor<>(OperatorIds.ROUTE_WAITING, WireTypes.RAW_EVENT));
        storedProgress = store.getUnionListState(new ListStateDescriptor<>(OperatorIds.ROUTE_PROGRESS, PROGRESS));
        for (RawEvent event : storedWaiting.get()) {
            if (event.origin().backfill() > 0) {
                retained.add(event);
            } else {
                waiting.add(event);
            }
        }
        for (Tuple3<String, Integer, Long> reached : storedProgress.get()) {
            progress.restore(reached.f0, reached.f1, reached.f2);
        }
    }

    @Override
    public void processElement1(StreamRecord<RawEvent> element) {
        RawEvent event = element.getValue();
        if (event.origin().backfill() > 0) {
            take(event);
            return;
        }
        report.countEvent();
        if (event.unreadable() != null) {
            refuse(event, event.unreadable());
        } else if (progress.isLate(event)) {
            late(event, PartitionProgress.reason(event));
        } else if (!order.waits()) {
            evaluate(event);
        } else if (event.time() <= passed()) {
            late(event, "behind the watermark: its partition was taken to be idle, or joined later");
        } else {
            waiting.add(event);
            // The source says so only at its next watermark; until then nothing may be taken for the last of a silent
            // input.
            idle = false;
        }
    }

    /** On arrival a rule may have counted an event before its release's time already: nobody knows which are missing. */
    private void take(RawEvent retainedEvent) {
        if (order.waits()) {
            retained.add(retainedEvent);
            fill();
        } else if (!refusesFills && job.isFor(retainedEvent.origin().tenant())) {
            refusesFills = true;
            report.problem(StatusReport.NO_WARM_START);
        }
    }

    private void late(RawEvent event, String reason) {
        if (isDeclared(event)) {
            report.countLate();
            emit(records.late(event, reason));
        } else {
            report.countRuleless();
        }
    }

    private boolean isDeclared(RawEvent event) {
        Epoch epoch = epochOf(event);
        return epoch != null && decoding.of(epoch, event.origin()) != null;
    }

    private @Nullable Epoch epochOf(RawEvent event) {
        return epochs.effectiveAt(event.origin().tenant(), order.releaseTime(event.time(), reached()));
    }

    private void refuse(RawEvent event, String reason) {
        report.countUnreadable();
        emit(records.deadLetter(event, reason));
    }

    @Override
    public void processWatermark1(Watermark mark) throws Exception {
        inputWatermark = mark.getTimestamp();
        proceed();
    }

    @Override
    void processIdleness(boolean nowIdle) throws Exception {
        idle = nowIdle;
        proceed();
    }

    /** Evaluates what event time and the holds allow. */
    @Override
    void proceed() throws Exception {
        // Downstream goes on without an idle task, so what waits here must leave first, or it would be late there.
        long wanted = idle ? Math.max(inputWatermark, waiting.latest()) : inputWatermark;
        long target = Math.min(wanted, holds.cap());
        if (target > watermark) {
            waiting.drain(target, this::evaluate);
            watermark = target;
            compiler.tables().forEach(table -> table.evaluatedUpTo(target));
            // Nobody listens to the watermark of an idle task.
            tellIdle(false);
            output.emitWatermark(new Watermark(watermark));
            epochs.forgetUpTo(watermark);
        }
        tellIdle(idle && waiting.isEmpty());
        fill();
    }

    /** Sends on the events of the past that have come, up to one whose rules are not known yet. */
    private void fill() {
        for (RawEvent next = retained.peek(); next != null && fill(next); next = retained.peek()) {
            retained.remove();
        }
    }

    private boolean fill(RawEvent event) {
        String tenant = event.origin().tenant();
        if (!job.isFor(tenant)) {
            return true;
        }
        long backfill = event.origin().backfill();
        Epoch inForce = epochs.effectiveAt(tenant, passed() == Long.MAX_VALUE ? passed() : passed() + 1);
        Epoch epoch = inForce != null && inForce.number() >= backfill ? inForce : epochs.numbered(tenant, backfill);
        if (epoch == null) {
            return false;
        }
        Fill fill = new Fill(backfill, Math.max(epoch.effectiveFrom(), Long.MIN_VALUE + 1) - 1);
        if (event.origin().isBackfillsEnd()) {
            EveryTask.keys(getRuntimeContext().getTaskInfo())
                    .forEach(key -> routed(RoutedRow.endOf(fill, tenant, epoch.number(), key)));
        } else {
            fill(epoch, event, fill);
        }
        return true;
    }

    private void fill(Epoch epoch, RawEvent event, Fill fill) {
        Decoding.Decoder decoder = decoding.of(epoch, event.origin());
        if (decoder == null) {
            return;
        }
        Row row;
        try {
            row = decoder.decode(event);
        } catch (UnreadableEvent unreadable) {
            // It is among the dead letters since it was live.
            return;
        }
        router.fill(epoch, row, fill, this);
    }

    private void tellIdle(boolean nowIdle) {
        if (nowIdle != idleDownstream) {
            idleDownstream = nowIdle;
            output.emitWatermarkStatus(nowIdle ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE);
        }
    }

    private boolean evaluate(RawEvent event) {
        Epoch epoch = epochOf(event);
        Decoding.Decoder decoder = epoch == null ? null : decoding.of(epoch, event.origin());
        if (epoch == null || decoder == null) {
            report.countRuleless();
            return true;
        }
        Row row;
        try {
            row = decoder.decode(event);
        } catch (UnreadableEvent unreadable) {
            refuse(event, String.valueOf(unreadable.getMessage()));
            return true;
        }
        router.route(epoch, row, event.value(), this);
        return true;
    }

    @Override
    public void routed(RoutedRow row) {
        output.collect(new StreamRecord<>(row, row.row().time()));
    }

    @Override
    public void outcome(Outcome outcome) {
        emitOutcome(outcome);
    }

    @Override
    void emit(OutRecord record) {
        output.collect(OUT, new StreamRecord<>(record));
    }

    /** One task does it for all: each process reads all rows. */
    @Override
    void beforeReport() {
        if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
            for (TableStore table : compiler.tables()) {
                for (UnreadableRow row = table.takeUnreadable(); row != null; row = table.takeUnreadable()) {
                    report.countUnreadable();
                    emit(records.deadLetter(table.tenant(), row));
                }
            }
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        storedWaiting.clear();
        List<RawEvent> events = new ArrayList<>(waiting.size());
        waiting.forEach(events::add);
        events.addAll(retained);
        storedWaiting.addAll(events);
        storedProgress.clear();
        for (Map.Entry<PartitionProgress.Partition, Long> entry :
                progress.asMap().entrySet()) {
            storedProgress.add(Tuple3.of(entry.getKey().topic(), entry.getKey().number(), entry.getValue()));
        }
    }
}
