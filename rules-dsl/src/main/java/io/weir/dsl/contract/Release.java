package io.weir.dsl.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes live, all or none; the only thing that does.
 *
 * @param epoch counts up by one from 1 within the tenant
 * @param parent the epoch before
 * @param effectiveFrom in milliseconds of event time: an event belongs to the latest release that is effective at its time; null
 *     in a tenant's first release: since always. Never less than the parent's
 * @param writeId the writer's own mark, by which it finds its write again after an ambiguous error
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Release(
        String tenant,
        long epoch,
        long parent,
        String who,
        Instant when,
        String why,
        @Nullable Long effectiveFrom,
        Mode mode,
        List<Change> changes,
        String writeId)
        implements ControlRecord {

    /** How exactly the release divides the stream. */
    public enum Mode {
        /** Every event at or after effectiveFrom is evaluated by it, none before. */
        AS_OF,
        /** From whenever each task saw it. */
        WHEN_SEEN
    }

    public Release {
        changes = List.copyOf(changes);
    }

    @Override
    public String key() {
        return key(tenant, epoch);
    }

    /** {@link #effectiveFrom} as a number that compares. */
    public long effectiveFromMillis() {
        return effectiveFrom == null ? Long.MIN_VALUE : effectiveFrom;
    }

    static String key(String tenant, long epoch) {
        return tenant + "/release/" + epoch;
    }
}
