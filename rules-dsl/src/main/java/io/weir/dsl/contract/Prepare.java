package io.weir.dsl.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first phase of a publish: all tasks load the changes, answer with their watermark ({@link StatusReport.Prepared}) and hold
 * later events until the release of that epoch, or an abort.
 *
 * @param requestedFrom the earliest effective-from that the publisher asks for, in milliseconds of event time
 * @param deadline when the server gives up; engines end the hold by themselves a little later
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prepare(
        String tenant,
        long epoch,
        @Nullable Long requestedFrom,
        List<Change> changes,
        Instant deadline,
        String writeId,
        Status status)
        implements ControlRecord {

    /** Where the publish stands. */
    public enum Status {
        PENDING,
        COMMITTED,
        ABORTED
    }

    public Prepare {
        changes = List.copyOf(changes);
    }

    @Override
    public String key() {
        return tenant + "/prepare";
    }

    public Prepare withStatus(Status newStatus) {
        return new Prepare(tenant, epoch, requestedFrom, changes, deadline, writeId, newStatus);
    }
}
