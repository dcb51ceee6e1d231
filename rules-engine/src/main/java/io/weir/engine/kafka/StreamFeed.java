package io.weir.engine.kafka;

import io.weir.dsl.plan.StreamSchema;
import io.weir.engine.state.Origin;

/** A declared stream as a source sees it. */
record StreamFeed(Origin origin, StreamSchema schema) {

    static StreamFeed of(String tenant, StreamSchema schema) {
        return new StreamFeed(
                new Origin(
                        tenant, schema.name(), schema.topic(), schema.lateness().toMillis()),
                schema);
    }
}
