package io.weir.admin.store;

import io.weir.admin.access.ApiKey;
import io.weir.admin.audit.AuditEntry;
import io.weir.dsl.contract.ControlRecord;
import java.util.List;

/**
 * What becomes visible together: records of the control topic, keys, and the entry that says who wrote them.
 *
 * @param keys kept apart from the control topic, which every engine reads
 */
public record Write(List<ControlRecord> records, List<ApiKey> keys, AuditEntry audit) {

    public Write {
        records = List.copyOf(records);
        keys = List.copyOf(keys);
    }

    public Write(List<ControlRecord> records, AuditEntry audit) {
        this(records, List.of(), audit);
    }

    public static Write of(ApiKey key, AuditEntry audit) {
        return new Write(List.of(), List.of(key), audit);
    }
}
