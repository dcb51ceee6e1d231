package io.weir.engine.evaluate;

import io.weir.dsl.plan.StreamSchema;

/** A stream as an epoch declares it; its events are decoded with that schema and carry that id. */
public record EpochStream(StreamSchema schema, int schemaId) {}
