package io.weir.engine.evaluate;

import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.plan.StreamSchema;

/** A stream as an epoch declares it; its events are decoded with that schema and carry that id. */
public record EpochStream(StreamSchema schema, int schemaId) {

    /** Where an event came from, for people. */
    String coordinates(Row row) {
        return schema.name() + " " + schema.topic() + "-" + row.partition() + " at offset " + row.offset() + " ("
                + AlertJson.time(row.time()) + ")";
    }
}
