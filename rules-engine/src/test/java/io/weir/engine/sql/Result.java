package io.weir.engine.sql;

import io.weir.engine.naive.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/**
 * What an engine said of a key at a time.
 *
 * @param fields by name; null values are missing ones
 */
record Result(long time, Map<String, @Nullable Object> fields) implements Comparable<Result> {

    /** The name of the column that holds the time of a row of SQL's. */
    private static final String TIME = "ts";

    private static final double CLOSE = 1e-9;

    static Result of(Outcome emitted) {
        return new Result(emitted.time(), new TreeMap<>(emitted.values()));
    }

    static Result of(Row row) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        for (String name : Objects.requireNonNull(row.getFieldNames(true))) {
            fields.put(name, row.getField(name));
        }
        return new Result(millis(Objects.requireNonNull(fields.remove(TIME))), fields);
    }

    private static long millis(Object time) {
        return time instanceof Instant instant
                ? instant.toEpochMilli()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** Whether this, which is Weir's, says what SQL's says. */
    boolean agreesWith(Result sql) {
        return time == sql.time
                && fields.keySet().equals(sql.fields.keySet())
                && fields.entrySet().stream()
                        .allMatch(field -> agree(field.getValue(), sql.fields.get(field.getKey())));
    }

    // Exact, but for what SQL calculates in binary, or with fewer digits than the 34 of a division.
    private static boolean agree(@Nullable Object weir, @Nullable Object sql) {
        if (weir == null || sql == null) {
            return weir == sql;
        } else if (sql instanceof Double number) {
            double other = ((Number) weir).doubleValue();
            return Math.abs(other - number) <= CLOSE * Math.max(1, Math.abs(other));
        } else if (sql instanceof BigDecimal number) {
            BigDecimal rounded = new BigDecimal(weir.toString()).setScale(number.scale(), RoundingMode.HALF_UP);
            return rounded.compareTo(number) == 0;
        }
        return weir.equals(sql);
    }

    @Override
    public int compareTo(Result other) {
        int order = Long.compare(time, other.time);
        order = order == 0 ? shown("k").compareTo(other.shown("k")) : order;
        return order == 0 ? shown("id").compareTo(other.shown("id")) : order;
    }

    private String shown(String field) {
        return String.valueOf(fields.get(field));
    }
}
