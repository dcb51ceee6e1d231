package io.weir.admin.store;

import io.weir.admin.audit.AuditEntry;
import io.weir.dsl.contract.ControlRecord;
import java.util.List;

/** Records that become visible together, and the entry that says who wrote them. */
public record Write(List<ControlRecord> records, AuditEntry audit) {
    public Write {
        records = List.copyOf(records);
    }
}
