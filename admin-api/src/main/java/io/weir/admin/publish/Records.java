package io.weir.admin.publish;

import io.weir.admin.audit.AuditEntry;
import io.weir.admin.store.Write;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The records of one step of a publish, on the state that they are written on.
 *
 * @param now when the step is taken
 */
record Records(ControlState state, Terms terms, Instant now, String writeId) {

    Write prepare(List<Planned> plan, Instant deadline) {
        Numbering numbering = Numbering.of(state, terms, now, plan);
        Prepare prepare = new Prepare(
                terms.tenant(),
                state.epoch(terms.tenant()) + 1,
                terms.requestedFrom(),
                numbering.changes(),
                deadline,
                writeId,
                Prepare.Status.PENDING);
        return write(numbering.artifacts(), List.of(prepare), audit(AuditEntry.Action.PREPARE, numbering.changes()));
    }

    Write release(List<Planned> plan, OptionalLong effectiveFrom) {
        Numbering numbering = Numbering.of(state, terms, now, plan);
        Release release = release(numbering.changes(), effectiveFrom, Release.Mode.AS_OF);
        return write(numbering.artifacts(), List.of(release), audit(AuditEntry.Action.RELEASE, numbering.changes()));
    }

    /** The release comes first: who reads on may take the prepare's end for a sign that it is there. */
    Write commit(Prepare prepare, OptionalLong effectiveFrom, Release.Mode mode) {
        return write(
                List.of(),
                List.of(release(prepare.changes(), effectiveFrom, mode), prepare.withStatus(Prepare.Status.COMMITTED)),
                audit(AuditEntry.Action.RELEASE, prepare.changes()));
    }

    Write abort(Prepare prepare) {
        return write(
                List.of(),
                List.of(prepare.withStatus(Prepare.Status.ABORTED)),
                audit(AuditEntry.Action.ABORT, prepare.changes()));
    }

    private static Write write(List<Artifact> artifacts, List<ControlRecord> others, AuditEntry audit) {
        List<ControlRecord> records = new ArrayList<>(artifacts);
        records.addAll(others);
        return new Write(records, audit);
    }

    private Release release(List<Change> changes, OptionalLong effectiveFrom, Release.Mode mode) {
        long parent = state.epoch(terms.tenant());
        @Nullable Long from = effectiveFrom.isPresent() ? Long.valueOf(effectiveFrom.getAsLong()) : null;
        return new Release(
                terms.tenant(),
                parent + 1,
                parent,
                terms.actor().name(),
                now,
                terms.why(),
                from,
                mode,
                changes,
                writeId);
    }

    private AuditEntry audit(AuditEntry.Action action, List<Change> changes) {
        List<Change> before = changes.stream()
                .map(change -> (change.candidate() ? state.candidates(terms.tenant()) : state.live(terms.tenant()))
                        .get(change.artifact()))
                .filter(Objects::nonNull)
                .toList();
        long epoch = state.epoch(terms.tenant()) + 1;
        return new AuditEntry(now, terms.tenant(), terms.actor(), action, epoch, before, changes, terms.why(), writeId);
    }
}
