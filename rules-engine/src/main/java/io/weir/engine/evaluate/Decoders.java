package io.weir.engine.evaluate;

import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.StreamSchema;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Readers of events by their stream's format. JSON needs no header; CSV's columns are named by one, or stand in the order of the
 * declaration. A reader belongs to one thread.
 */
public final class Decoders {

    private final ZoneId zone;
    private final @Nullable WriterSchemas writers;

    private Decoders(ZoneId zone, @Nullable WriterSchemas writers) {
        this.zone = zone;
        this.writers = writers;
    }

    /**
     * Where no schemas of writers can be had, as with files: events of a stream that is Avro on Kafka are JSON there.
     *
     * @param zone of timestamps that name none
     */
    public static Decoders in(ZoneId zone) {
        return new Decoders(zone, null);
    }

    public Decoders withWriters(WriterSchemas schemas) {
        return new Decoders(zone, schemas);
    }

    /**
     * @param header a CSV's first line, split; empty where there is none. Events under a header are CSV, whatever the stream's
     *     format is on Kafka: files may be replayed that were exported
     */
    public EventDecoder decoder(StreamSchema schema, int schemaId, String... header) {
        return format(schema, header).decoder(schema, schemaId);
    }

    /** See {@link #decoder}. */
    public EventTimeReader timeReader(StreamSchema schema, String... header) {
        return format(schema, header).timeReader(schema);
    }

    private EventFormat format(StreamSchema schema, String... header) {
        if (BuiltIn.isAlerts(schema)) {
            return new AlertFormat();
        } else if (header.length > 0) {
            return new CsvFormat(zone, List.of(header));
        }
        return switch (schema.format()) {
            case JSON -> new JsonFormat(zone);
            case CSV -> new CsvFormat(zone, List.of());
            case AVRO -> writers == null ? new JsonFormat(zone) : new AvroFormat(zone, writers);
        };
    }
}
