package io.weir.benchmarks.job;

import io.weir.benchmarks.workload.LoginStream;
import io.weir.engine.evaluate.Decoders;
import io.weir.engine.evaluate.EventTimeReader;
import io.weir.engine.state.Origin;
import io.weir.engine.state.RawEvent;
import java.time.ZoneOffset;

/** Finds the event's time and nothing else, as Weir's Kafka source does. */
final class WeirReader implements EventReader<RawEvent> {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("NullAway.Init")
    private transient Origin origin;

    @SuppressWarnings("NullAway.Init")
    private transient EventTimeReader time;

    @Override
    public void open() {
        origin = new Origin(
                WeirMeasuredJob.TENANT,
                LoginStream.SCHEMA.name(),
                LoginStream.TOPIC,
                LoginStream.SCHEMA.lateness().toMillis());
        time = Decoders.in(ZoneOffset.UTC).timeReader(LoginStream.SCHEMA);
    }

    @Override
    public RawEvent read(byte[] value, int partition, long offset) throws Exception {
        return RawEvent.of(origin, partition, offset, time.timeOf(value), value);
    }

    @Override
    public long timeOf(RawEvent event) {
        return event.time();
    }
}
