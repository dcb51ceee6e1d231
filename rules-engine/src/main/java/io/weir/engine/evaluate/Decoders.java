package io.weir.engine.evaluate;

import io.weir.dsl.plan.StreamSchema;
import java.time.ZoneId;

/** Decoders by a stream's format. JSON's needs no header; CSV's columns are named by the file's first line. */
public final class Decoders {

    private Decoders() {}

    /**
     * @param zone of timestamps that name none
     * @param columns a CSV's header, in its order; not looked at for JSON
     */
    public static EventDecoder decoder(StreamSchema schema, int schemaId, ZoneId zone, String... columns) {
        throw new UnsupportedOperationException();
    }

    /** See {@link #decoder}. */
    public static EventTimeReader timeReader(StreamSchema schema, ZoneId zone, String... columns) {
        throw new UnsupportedOperationException();
    }
}
