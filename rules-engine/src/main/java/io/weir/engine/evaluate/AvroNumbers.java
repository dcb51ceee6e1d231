package io.weir.engine.evaluate;

import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads Avro's numbers as numbers of other types; null where one cannot stand for the other. */
final class AvroNumbers {

    private AvroNumbers() {}

    /** Reads a whole number. */
    interface OfLong {
        long read(AvroBytes in) throws UnreadableEvent;
    }

    /** Reads any number. */
    interface OfDouble {
        double read(AvroBytes in) throws UnreadableEvent;
    }

    static @Nullable OfLong integer(Schema schema) {
        return switch (schema.getType()) {
            case INT -> AvroBytes::readInt;
            case LONG -> AvroBytes::readLong;
            default -> null;
        };
    }

    /** In milliseconds. */
    static @Nullable OfLong duration(Schema schema) {
        OfLong raw = integer(schema);
        return raw == null
                ? null
                : switch (logical(schema)) {
                    case "", "time-millis" -> raw;
                    case "time-micros" -> in -> Math.floorDiv(raw.read(in), 1_000L);
                    default -> null;
                };
    }

    /** In milliseconds; what names no zone is in that one. */
    static @Nullable OfLong timestamp(Schema schema, ZoneId zone) {
        OfLong raw = integer(schema);
        return raw == null
                ? null
                : switch (logical(schema)) {
                    case "", "timestamp-millis" -> raw;
                    case "timestamp-micros" -> in -> Math.floorDiv(raw.read(in), 1_000L);
                    case "timestamp-nanos" -> in -> Math.floorDiv(raw.read(in), 1_000_000L);
                    case "local-timestamp-millis" -> in -> IsoTime.inZone(raw.read(in), zone);
                    case "local-timestamp-micros" -> in -> IsoTime.inZone(Math.floorDiv(raw.read(in), 1_000L), zone);
                    case "local-timestamp-nanos" -> in -> IsoTime.inZone(Math.floorDiv(raw.read(in), 1_000_000L), zone);
                    case "date" ->
                        in -> LocalDate.ofEpochDay(raw.read(in))
                                .atStartOfDay(zone)
                                .toInstant()
                                .toEpochMilli();
                    default -> null;
                };
    }

    static @Nullable OfDouble floating(Schema schema) {
        return switch (schema.getType()) {
            case INT -> AvroBytes::readInt;
            case LONG -> AvroBytes::readLong;
            case FLOAT -> AvroBytes::readFloat;
            case DOUBLE -> AvroBytes::readDouble;
            case BYTES, FIXED ->
                schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
                        ? in -> AvroDecimals.read(in, schema, decimal.getScale())
                                .doubleValue()
                        : null;
            default -> null;
        };
    }

    static boolean isLogical(Schema schema, String name) {
        return logical(schema).equals(name);
    }

    private static String logical(Schema schema) {
        return schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
    }
}
