package io.weir.engine.evaluate;

import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import java.time.ZoneId;
import java.util.List;

/**
 * Readers of events by their stream's format. JSON needs no header; CSV's columns are named by one, or stand in the order of the
 * declaration. A reader belongs to one thread.
 */
public final class Decoders {

    private Decoders() {}

    /**
     * @param zone of timestamps that name none
     * @param header a CSV's first line, split; empty where there is none. Events under a header are CSV, whatever the stream's
     *     format is on Kafka: files may be replayed that were exported
     */
    public static EventDecoder decoder(StreamSchema schema, int schemaId, ZoneId zone, String... header) {
        return isJson(schema, header)
                ? new JsonEventDecoder(schema, schemaId, zone)
                : new CsvEventDecoder(schema, schemaId, zone, List.of(header));
    }

    /** See {@link #decoder}. */
    public static EventTimeReader timeReader(StreamSchema schema, ZoneId zone, String... header) {
        return isJson(schema, header)
                ? new JsonTimeReader(schema, zone)
                : new CsvTimeReader(schema, zone, List.of(header));
    }

    private static boolean isJson(StreamSchema schema, String... header) {
        return schema.format() == Format.JSON && header.length == 0;
    }
}
