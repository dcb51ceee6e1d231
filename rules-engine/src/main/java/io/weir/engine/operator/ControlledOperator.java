package io.weir.engine.operator;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport;
import io.weir.engine.JobConfig;
import io.weir.engine.OperatorIds;
import io.weir.engine.evaluate.Epoch;
import io.weir.engine.evaluate.EpochCompiler;
import io.weir.engine.evaluate.Lane;
import io.weir.engine.evaluate.Outcome;
import io.weir.engine.evaluate.RaisedAlert;
import io.weir.engine.evaluate.SentEvent;
import io.weir.engine.evaluate.TableStore;
import io.weir.engine.evaluate.TableUnavailable;
import io.weir.engine.evaluate.Tables;
import io.weir.engine.state.ControlMessage;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import io.weir.engine.state.WireTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * What both operators do about rules: they have read the control topic before their first event, follow it from then on, and report.
 * The first input alone tells time; the second, the control topic, never holds it back.
 */
// What is transient is there once the task has started.
@SuppressWarnings("NullAway.Init")
abstract class ControlledOperator<IN, OUT> extends AbstractStreamOperator<OUT>
        implements TwoInputStreamOperator<IN, ControlMessage, OUT> {

    private static final long serialVersionUID = 1L;
    private static final long REPORT_EVERY_MILLIS = 500;

    static final OutputTag<OutRecord> STATUS = new OutputTag<>(OperatorIds.STATUS, WireTypes.OUT_RECORD);

    /** Alerts that rules watch, as events of theirs. */
    static final OutputTag<RawEvent> ALERTS = new OutputTag<>(OperatorIds.ALERTS, WireTypes.RAW_EVENT);

    final Lane lane;
    final JobConfig job;
    final Bootstrap bootstrap;

    transient ControlLog control;
    transient EpochCompiler compiler;
    transient Tables tables;
    transient Epochs epochs;
    transient EvaluationOrder order;
    /** What was promised to publishes that are between their two phases. */
    transient PublishHolds holds;

    transient TaskReport report;
    transient Records records;
    private transient WatchedAlerts watched;

    /** Event time up to which everything has been evaluated or refused as late. */
    transient long watermark;

    /** What every task had passed in the snapshot that this one continues: events up to there are late. */
    transient long passedBefore;

    /** What some task had reached in that snapshot: events up to there may have been evaluated. */
    transient long reachedBefore;

    private transient @Nullable String unprepared;
    private transient ListState<Long> storedPassed;
    private transient ListState<Long> storedReached;
    private transient ListState<Long> storedControlOffset;

    ControlledOperator(Lane lane, JobConfig config, Bootstrap bootstrap) {
        this.lane = lane;
        this.job = config;
        this.bootstrap = bootstrap;
    }

    /** As reports name it. */
    abstract String operatorName();

    /** A record for any topic. */
    abstract void emit(OutRecord record);

    /** Something about rules has changed: what waited may go on. */
    abstract void proceed() throws Exception;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        storedPassed = unionState(context, OperatorIds.PASSED);
        storedReached = unionState(context, OperatorIds.REACHED);
        storedControlOffset = unionState(context, OperatorIds.CONTROL_OFFSET);
        watermark = Long.MIN_VALUE;
        passedBefore = values(storedPassed).min().orElse(Long.MIN_VALUE);
        reachedBefore = values(storedReached).max().orElse(Long.MIN_VALUE);
        records = new Records(job.engine(), job.topics(), lane);
        watched = new WatchedAlerts(job);
        report = new TaskReport(task(), now());
        holds = new PublishHolds();
        order = EvaluationOrder.of(job.timing().evaluation());
        control = new ControlLog(lane);
        tables = bootstrap.tables();
        compiler = new EpochCompiler(lane, new PushedModels(), tables);
        epochs = new Epochs(control.state(), compiler);
        readControl();
    }

    private static ListState<Long> unionState(StateInitializationContext context, String name) throws Exception {
        return context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>(name, LongSerializer.INSTANCE));
    }

    private static LongStream values(ListState<Long> state) throws Exception {
        return StreamSupport.stream(state.get().spliterator(), false).mapToLong(Long::longValue);
    }

    final TaskReport.Task task() {
        var info = getRuntimeContext().getTaskInfo();
        return new TaskReport.Task(
                job.engine(), operatorName(), info.getIndexOfThisSubtask(), info.getNumberOfParallelSubtasks());
    }

    private void readControl() throws Exception {
        Bootstrap.Reading reading = bootstrap.read();
        long seenBefore = values(storedControlOffset).max().orElse(0);
        if (reading.next() < seenBefore) {
            throw new IllegalStateException("The control topic ends at offset " + reading.next()
                    + ", but this engine's state has seen it up to " + seenBefore
                    + " (OPERATOR: restore the topic, or start the engine without its old state)");
        }
        reading.messages().forEach(control::apply);
        control.readUpTo(reading.next());
        control.problems().forEach(report::problem);
        control.state().tenants().stream().filter(job::isFor).forEach(this::load);
        report.applied(control.state(), now());
        control.state().tenants().forEach(this::followed);
    }

    @Override
    public void open() throws Exception {
        super.open();
        tables.started();
        scheduleReport(0);
    }

    private void scheduleReport(long delay) {
        var time = getProcessingTimeService();
        var unused = time.registerTimer(time.getCurrentProcessingTime() + delay, timestamp -> {
            reportNow();
            scheduleReport(REPORT_EVERY_MILLIS);
        });
    }

    /** What there is to tell besides. */
    void beforeReport() {}

    final void reportNow() throws Exception {
        List<String> ended = holds.expire(now());
        if (!ended.isEmpty()) {
            ended.forEach(report::problem);
            proceed();
        }
        beforeReport();
        StatusReport status =
                report.at(now(), watermark, holds.answers(), compiler.statuses(watermark), lastingProblems());
        output.collect(STATUS, new StreamRecord<>(records.status(order.waits() ? status : status.onArrival())));
    }

    /** What is so now, and may be otherwise later. */
    private List<String> lastingProblems() {
        List<String> lasting = new ArrayList<>(compiler.problems());
        for (TableStore table : compiler.tables()) {
            String problem = tables.problem(table);
            if (problem != null) {
                lasting.add("table " + table.table().name() + ", topic "
                        + table.table().topic() + ": " + problem);
            }
            if (table.untold() > 0) {
                lasting.add("table " + table.table().name() + ": " + table.untold()
                        + " unreadable rows are not among the dead letters yet: there were too many at once, and the next"
                        + " start tells of them");
            }
            if (table.late() > 0) {
                lasting.add("table " + table.table().name() + ": " + table.late()
                        + " rows came when events of their time had been evaluated");
            }
        }
        return lasting;
    }

    final Instant now() {
        return Instant.ofEpochMilli(getProcessingTimeService().getCurrentProcessingTime());
    }

    @Override
    public void processElement2(StreamRecord<ControlMessage> element) throws Exception {
        int problemsBefore = control.problems().size();
        bootstrap.seen(element.getValue());
        ControlRecord record = control.apply(element.getValue());
        List<String> problems = control.problems();
        problems.subList(problemsBefore, problems.size()).forEach(report::problem);
        // "Committed" says no more than the release that comes with it, and could come before it: a hold must not end
        // there.
        boolean committed = record instanceof Prepare prepare && prepare.status() == Prepare.Status.COMMITTED;
        if (record instanceof Release || (record instanceof Prepare && !committed)) {
            follow(record);
        }
    }

    private void follow(ControlRecord record) throws Exception {
        String tenant = record.tenant();
        if (job.isFor(tenant)) {
            load(tenant);
        }
        report.applied(control.state(), now());
        followed(tenant);
        proceed();
        reportNow();
    }

    /** An event up to there comes too late. */
    final long passed() {
        return Math.max(watermark, passedBefore);
    }

    /** No event above it has been evaluated by this task, or by those whose place it has taken. */
    final long reached() {
        return Math.max(watermark, reachedBefore);
    }

    private void load(String tenant) {
        epochs.loadLatest(tenant);
        Prepare pending = control.state().pending(tenant);
        if (pending != null) {
            prepare(pending);
        }
    }

    /** A publish whose tables cannot be read is not answered, so it does not come about; no rule that is live is at fault. */
    private void prepare(Prepare pending) {
        try {
            epochs.prepare(pending);
        } catch (TableUnavailable e) {
            unprepared = pending.writeId();
            report.problem(String.valueOf(e.getMessage()));
        }
    }

    /** The tenant's publish between its phases that this task can answer. */
    private @Nullable Prepare answerable(String tenant) {
        Prepare pending = control.state().pending(tenant);
        return pending == null || pending.writeId().equals(unprepared) ? null : pending;
    }

    /** That tenant's release, or publish between its phases, has changed. */
    private void followed(String tenant) {
        boolean evaluated = job.isFor(tenant);
        long answer = evaluated ? reached() : Long.MIN_VALUE;
        holds.follow(tenant, answerable(tenant), answer, evaluated && order.waits());
    }

    final void emitOutcome(Outcome outcome) {
        if (outcome instanceof RaisedAlert alert) {
            emitAlert(alert);
        } else {
            emit(records.event((SentEvent) outcome));
        }
    }

    private void emitAlert(RaisedAlert raised) {
        report.countAlert();
        OutRecord record = records.alert(raised);
        emit(record);
        if (lane == Lane.EVENTS && isWatched(raised.alert())) {
            watched.event(raised.alert(), record).ifPresent(event -> output.collect(ALERTS, new StreamRecord<>(event)));
        }
        if (raised.enrich() != null) {
            emit(records.enrichRequest(raised.enrich()));
        }
    }

    private boolean isWatched(Alert alert) {
        Epoch epoch = epochs.effectiveAt(alert.tenant(), order.releaseTime(alert.time(), reached()));
        return epoch != null && epoch.watchesAlerts();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        storedPassed.update(List.of(passed()));
        storedReached.update(List.of(reached()));
        storedControlOffset.update(List.of(control.next()));
    }

    @Override
    public void close() throws Exception {
        super.close();
        if (tables != null) {
            tables.close();
        }
    }

    @Override
    public abstract void processWatermark1(Watermark mark) throws Exception;

    @Override
    public void processWatermark2(Watermark mark) {
        // The control topic has no event time.
    }

    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
        if (input == 0) {
            processIdleness(status.isIdle());
        }
    }

    abstract void processIdleness(boolean idle) throws Exception;
}
