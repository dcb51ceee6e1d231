package io.weir.engine.evaluate;

import io.weir.dsl.plan.StreamSchema;
import java.time.ZoneId;

/** One JSON object an event. */
record JsonFormat(ZoneId zone) implements EventFormat {

    @Override
    public EventDecoder decoder(StreamSchema schema, int schemaId) {
        return new JsonEventDecoder(schema, schemaId, zone);
    }

    @Override
    public EventTimeReader timeReader(StreamSchema schema) {
        return new JsonTimeReader(schema, zone);
    }
}
