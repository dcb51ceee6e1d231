package io.weir.admin.audit;

import io.weir.admin.access.Actor;
import io.weir.dsl.contract.Change;
import java.time.Instant;
import java.util.List;

/**
 * One act on the audit topic, as JSON, under its tenant's name.
 *
 * @param epoch of the release that the act makes, prepares or aborts
 * @param before what was in force of everything that the act changes
 * @param after what the act puts in its place
 * @param writeId the same as in the records that the act wrote
 */
public record AuditEntry(
        Instant at,
        String tenant,
        Actor actor,
        Action action,
        long epoch,
        List<Change> before,
        List<Change> after,
        String why,
        String writeId) {

    /** What was done. Stored. */
    public enum Action {
        PREPARE,
        RELEASE,
        ABORT
    }

    public AuditEntry {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
