package io.weir.admin.engines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a release is applied.
 *
 * @param tasks that have loaded it, or a later one
 * @param of all tasks of running engines
 * @param since when the last of them had it; null unless all have, and once a later one has replaced it somewhere
 */
public record Applied(int tasks, int of, @Nullable Instant since) {

    /** By every task of a running engine; never where none runs. */
    public boolean everywhere() {
        return of > 0 && tasks == of;
    }
}
