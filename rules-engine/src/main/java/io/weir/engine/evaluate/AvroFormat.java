package io.weir.engine.evaluate;

import io.weir.dsl.plan.StreamSchema;
import java.time.ZoneId;

/** Avro's binary form behind the five bytes in which schema registries frame it: a zero, then the number of the writer's schema. */
record AvroFormat(ZoneId zone, WriterSchemas writers) implements EventFormat {

    @Override
    public EventDecoder decoder(StreamSchema schema, int schemaId) {
        return new AvroEventDecoder(schema, schemaId, zone, writers);
    }

    @Override
    public EventTimeReader timeReader(StreamSchema schema) {
        return new AvroTimeReader(schema, zone, writers);
    }
}
