package io.weir.engine.evaluate;

import io.weir.dsl.plan.StreamSchema;
import org.jspecify.annotations.Nullable;

/** What the rows that are kept were decoded with. */
@FunctionalInterface
interface RowSchemas {

    /** Rows of no schema but those that a program is about. */
    RowSchemas NONE = schemaId -> null;

    /** Null where no stream ever had that id. */
    @Nullable
    StreamSchema of(int schemaId);
}
