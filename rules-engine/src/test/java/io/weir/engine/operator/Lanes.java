package io.weir.engine.operator;

import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.plan.BuiltIn;
import io.weir.engine.evaluate.Lane;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both lanes, one task of each operator: the alerts of the first are the events of the second, as in the job. */
final class Lanes implements AutoCloseable {

    final Pipeline events;
    final Pipeline alerts;
    private final List<RawEvent> watched = new ArrayList<>();

    /** The state of both. */
    record Snapshot(Pipeline.Snapshot events, Pipeline.Snapshot alerts) {}

    private Lanes(Pipeline events, Pipeline alerts) {
        this.events = events;
        this.alerts = alerts;
    }

    static Lanes start(List<? extends ControlRecord> known) throws Exception {
        return restore(known, null);
    }

    static Lanes restore(List<? extends ControlRecord> known, @Nullable Snapshot snapshot) throws Exception {
        return new Lanes(
                Pipeline.restore(Lane.EVENTS, Pipeline.CONFIG, known, snapshot == null ? null : snapshot.events()),
                Pipeline.restore(Lane.ALERTS, Pipeline.CONFIG, known, snapshot == null ? null : snapshot.alerts()));
    }

    /** An alert that a test gives is the second lane's. */
    void event(RawEvent event) throws Exception {
        (event.origin().stream().equals(BuiltIn.ALERT.name()) ? alerts : events).event(event);
    }

    void watermark(long time) throws Exception {
        events.watermark(time);
        move();
    }

    void control(long offset, ControlRecord record) throws Exception {
        events.control(offset, record);
        alerts.control(offset, record);
        move();
    }

    private void move() throws Exception {
        for (RawEvent alert : events.takeAlerts()) {
            watched.add(alert);
            alerts.event(alert);
        }
        alerts.watermark(events.watermark());
    }

    /** What went from lane to lane. */
    List<RawEvent> watched() {
        return watched;
    }

    Snapshot snapshot(long checkpoint) throws Exception {
        return new Snapshot(events.snapshot(checkpoint), alerts.snapshot(checkpoint));
    }

    int keysKept() {
        return events.keysKept() + alerts.keysKept();
    }

    int timersKept() {
        return events.timersKept() + alerts.timersKept();
    }

    /** All that came out, of the first lane first. */
    List<OutRecord> out() {
        List<OutRecord> all = new ArrayList<>(events.out());
        all.addAll(alerts.out());
        return all;
    }

    @Override
    public void close() throws Exception {
        events.close();
        alerts.close();
    }
}
