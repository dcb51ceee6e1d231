package io.weir.engine.evaluate;

import io.weir.dsl.plan.StreamSchema;

/** A way in which events are written. What it makes belongs to one thread. */
interface EventFormat {

    EventDecoder decoder(StreamSchema schema, int schemaId);

    EventTimeReader timeReader(StreamSchema schema);
}
