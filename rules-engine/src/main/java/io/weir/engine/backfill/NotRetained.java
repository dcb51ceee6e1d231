package io.weir.engine.backfill;

import java.time.Instant;

/** The events that are wanted are not all there any more; nothing was copied. */
public final class NotRetained extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long since;

    /** @param since event time from which on all are there, in milliseconds */
    NotRetained(long since) {
        super("history reaches back to " + Instant.ofEpochMilli(since));
        this.since = since;
    }

    public long since() {
        return since;
    }
}
