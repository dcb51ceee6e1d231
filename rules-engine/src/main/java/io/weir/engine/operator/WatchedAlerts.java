package io.weir.engine.operator;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.plan.BuiltIn;
import io.weir.engine.JobConfig;
import io.weir.engine.evaluate.AlertStream;
import io.weir.engine.state.Origin;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Alerts as events of the rules that watch them. */
final class WatchedAlerts {

    /** Event time alone tells when an alert is late: no order of theirs does. */
    static final long ANY_LATENESS = Long.MAX_VALUE / 4;

    private final String topic;
    private final int maxBytes;
    private final Map<String, Origin> origins = new HashMap<>();

    WatchedAlerts(JobConfig job) {
        topic = job.topics().alerts();
        maxBytes = job.kafka().maxRecordBytes();
    }

    /** Empty for one that is too long to be published. */
    Optional<RawEvent> event(Alert alert, OutRecord published) {
        if (published.size() > maxBytes) {
            return Optional.empty();
        }
        return Optional.of(
                RawEvent.of(origin(alert.tenant()), 0, AlertStream.offset(alert), alert.time(), published.value()));
    }

    private Origin origin(String tenant) {
        return origins.computeIfAbsent(tenant, any -> new Origin(any, BuiltIn.ALERT.name(), topic, ANY_LATENESS));
    }
}
