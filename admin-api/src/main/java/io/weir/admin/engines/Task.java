package io.weir.admin.engines;

import io.weir.dsl.contract.StatusReport;
import java.time.Instant;
import java.util.Optional;

/**
 * A parallel task, as it last reported.
 *
 * @param seen when this server heard of it
 */
public record Task(StatusReport report, Instant seen) {

    /** {@code engine/operator/subtask}. */
    public String name() {
        return report.key();
    }

    public Optional<StatusReport.Applied> applied(String tenant) {
        return report.applied().stream()
                .filter(applied -> applied.tenant().equals(tenant))
                .findFirst();
    }

    /** The latest epoch of the tenant that the task has loaded; 0 for none. */
    public long epoch(String tenant) {
        return applied(tenant).map(StatusReport.Applied::epoch).orElse(0L);
    }

    Optional<StatusReport.Prepared> prepared(String tenant, String writeId) {
        return report.prepared().stream()
                .filter(prepared ->
                        prepared.tenant().equals(tenant) && prepared.writeId().equals(writeId))
                .findFirst();
    }
}
