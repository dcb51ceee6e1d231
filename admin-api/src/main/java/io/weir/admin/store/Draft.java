package io.weir.admin.store;

import io.weir.dsl.contract.ControlState;
import org.jspecify.annotations.Nullable;

/**
 * What a writer wants, said once for the state that it meets. It is asked again for each newer state until the write stands, so it
 * computes numbers (epochs, revisions) from the state alone, does not block, and throws to refuse.
 */
public interface Draft {

    /**
     * Null where nothing is left to do.
     *
     * @param writeId the mark to put into a record, by which the writer finds it again after an ambiguous error; unless this draft
     *     itself finds nothing left to do then
     */
    @Nullable
    Write on(ControlState state, String writeId);
}
