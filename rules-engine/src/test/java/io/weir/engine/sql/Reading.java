package io.weir.engine.sql;

import io.weir.engine.naive.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/**
 * An event as both engines read it.
 *
 * @param id its place among all events
 * @param tail whether it is its key's last one at its time
 * @param before what n was in the key's event before it; for SQL, which has no PREV
 */
record Reading(
        long id,
        String k,
        long at,
        boolean tail,
        @Nullable Long n,
        @Nullable BigDecimal d,
        @Nullable String t,
        @Nullable Boolean ok,
        @Nullable Long before) {

    static final String DECLARATIONS = """
            event Reading { id: int, k: text, n: int?, d: decimal?, t: text?, ok: bool?, tail: bool, rt: timestamp
            } time rt
            table prices by name returns decimal versioned
            """;

    static final TypeInformation<Row> ROW = Types.ROW_NAMED(
            new String[] {"id", "k", "n", "d", "t", "ok", "tail", "rt", "before"},
            Types.LONG,
            Types.STRING,
            Types.LONG,
            Types.BIG_DEC,
            Types.STRING,
            Types.BOOLEAN,
            Types.BOOLEAN,
            Types.INSTANT,
            Types.LONG);

    // A watermark that is the time of the newest row would make those late that share it.
    static final Schema SCHEMA = Schema.newBuilder()
            .column("id", DataTypes.BIGINT())
            .column("k", DataTypes.STRING())
            .column("n", DataTypes.BIGINT())
            .column("d", DataTypes.DECIMAL(20, 6))
            .column("t", DataTypes.STRING())
            .column("ok", DataTypes.BOOLEAN())
            .column("tail", DataTypes.BOOLEAN())
            .column("rt", DataTypes.TIMESTAMP_LTZ(3))
            .column("before", DataTypes.BIGINT())
            .watermark("rt", "rt - INTERVAL '0.001' SECOND")
            .build();

    Row row() {
        return Row.of(id, k, n, d, t, ok, tail, Instant.ofEpochMilli(at), before);
    }

    Event event() {
        Map<String, Object> fields = new HashMap<>(Map.of("id", id, "k", k, "tail", tail));
        put(fields, "n", n);
        put(fields, "d", d);
        put(fields, "t", t);
        put(fields, "ok", ok);
        return new Event("Reading", "reading", 0, id, at, fields);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
