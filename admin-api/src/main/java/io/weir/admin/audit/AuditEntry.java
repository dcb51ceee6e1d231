package io.weir.admin.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.weir.admin.access.Actor;
import io.weir.dsl.contract.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act on the audit topic, as JSON, under its tenant's name.
 *
 * @param subject what a release does not name, such as {@code key/ID}; null for releases
 * @param epoch of the release that the act makes, prepares or aborts; 0 where there is none
 * @param before what was in force of everything that the act changes
 * @param after what the act puts in its place
 * @param writeId the same as in the records that the act wrote
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        Instant at,
        String tenant,
        Actor actor,
        Action action,
        @Nullable String subject,
        long epoch,
        List<Change> before,
        List<Change> after,
        String why,
        String writeId) {

    /** What was done. Stored. */
    public enum Action {
        PREPARE,
        RELEASE,
        ABORT,
        CREATE_KEY,
        ROTATE_KEY,
        REVOKE_KEY
    }

    public AuditEntry {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Of a step of a release. */
    public AuditEntry(
            Instant at,
            String tenant,
            Actor actor,
            Action action,
            long epoch,
            List<Change> before,
            List<Change> after,
            String why,
            String writeId) {
        this(at, tenant, actor, action, null, epoch, before, after, why, writeId);
    }

    /** Of an act that makes no release. */
    public static AuditEntry of(
            Instant at, String tenant, Actor actor, Action action, String subject, String why, String writeId) {
        return new AuditEntry(at, tenant, actor, action, subject, 0, List.of(), List.of(), why, writeId);
    }
}
