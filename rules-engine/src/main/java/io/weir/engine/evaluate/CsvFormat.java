package io.weir.engine.evaluate;

import io.weir.dsl.plan.StreamSchema;
import java.time.ZoneId;
import java.util.List;

/** One CSV record an event; without a header the columns stand in the order of the declaration. */
record CsvFormat(ZoneId zone, List<String> header) implements EventFormat {

    @Override
    public EventDecoder decoder(StreamSchema schema, int schemaId) {
        return new CsvEventDecoder(schema, schemaId, zone, header);
    }

    @Override
    public EventTimeReader timeReader(StreamSchema schema) {
        return new CsvTimeReader(schema, zone, header);
    }
}
