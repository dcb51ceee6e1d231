package io.weir.engine.evaluate;

import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.StreamSchema;
import java.time.ZoneOffset;

/** Alerts as the engine writes them. */
record AlertFormat() implements EventFormat {

    @Override
    public EventDecoder decoder(StreamSchema schema, int schemaId) {
        return new AlertDecoder(schemaId);
    }

    @Override
    public EventTimeReader timeReader(StreamSchema schema) {
        return new JsonTimeReader(BuiltIn.ALERT, ZoneOffset.UTC);
    }
}
