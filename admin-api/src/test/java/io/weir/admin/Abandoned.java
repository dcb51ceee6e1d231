package io.weir.admin;

import io.weir.admin.access.Actor;
import io.weir.admin.audit.AuditEntry;
import io.weir.admin.store.Cluster;
import io.weir.admin.store.ControlStore;
import io.weir.admin.store.Write;
import io.weir.dsl.contract.ControlRecord;
import java.time.Instant;
import java.util.List;

/** A server that writes one record and is gone. */
final class Abandoned {

    private Abandoned() {}

    static void write(Cluster cluster, ControlRecord record) {
        try (ControlStore store = ControlStore.open(cluster)) {
            store.write((state, writeId) -> new Write(
                    List.of(record),
                    new AuditEntry(
                            Instant.EPOCH,
                            record.tenant(),
                            Actor.SERVER,
                            AuditEntry.Action.PREPARE,
                            state.epoch(record.tenant()) + 1,
                            List.of(),
                            List.of(),
                            "",
                            writeId)));
        }
    }
}
