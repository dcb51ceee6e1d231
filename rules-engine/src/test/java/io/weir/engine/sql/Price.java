package io.weir.engine.sql;

import io.weir.engine.naive.World.TableRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * A version of a row of a table.
 *
 * @param price null where the row ends
 */
record Price(String name, long validFrom, @Nullable BigDecimal price) {

    static final TypeInformation<Row> ROW =
            Types.ROW_NAMED(new String[] {"name", "price", "validFrom"}, Types.STRING, Types.BIG_DEC, Types.INSTANT);

    static final Schema SCHEMA = Schema.newBuilder()
            .column("name", DataTypes.STRING().notNull())
            .column("price", DataTypes.DECIMAL(20, 6))
            .column("validFrom", DataTypes.TIMESTAMP_LTZ(3))
            .primaryKey("name")
            .watermark("validFrom", "validFrom - INTERVAL '0.001' SECOND")
            .build();

    /** As a change of the table. */
    Row row() {
        RowKind kind = price == null ? RowKind.DELETE : RowKind.UPDATE_AFTER;
        return Row.ofKind(kind, name, price, Instant.ofEpochMilli(validFrom));
    }

    TableRow tableRow() {
        return new TableRow(List.of(name), validFrom, price == null ? null : Map.of("value", price));
    }
}
