package io.weir.engine.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro's numbers as decimals. A double is the shortest decimal that reads back as it, which is what JSON would show; an amount
 * that must be exact is better written as a decimal.
 */
final class AvroDecimals {

    /** Beyond this many digits a number is taken for an attack or a mistake, not for an amount. */
    private static final int MAX_DIGITS = 200;

    /** None of so few digits takes more. */
    private static final int MAX_BYTES = 84;

    private AvroDecimals() {}

    /** Null where the value is no number. */
    static @Nullable AvroStep of(Schema schema, int slot, String name) {
        return switch (schema.getType()) {
            case INT -> (in, row) -> row.setDecimal(slot, in.readInt(), 0);
            case LONG -> (in, row) -> row.setDecimal(slot, in.readLong(), 0);
            case FLOAT ->
                (in, row) -> {
                    float value = in.readFloat();
                    row.setDecimal(slot, shortest(value, Float.toString(value), name));
                };
            case DOUBLE ->
                (in, row) -> {
                    double value = in.readDouble();
                    row.setDecimal(slot, shortest(value, Double.toString(value), name));
                };
            case BYTES, FIXED ->
                schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
                        ? of(schema, decimal.getScale(), slot, name)
                        : null;
            default -> null;
        };
    }

    private static AvroStep of(Schema schema, int scale, int slot, String name) {
        return (in, row) -> {
            int length = length(in, schema);
            if (length > 0 && length <= 8 && scale <= MAX_DIGITS) {
                row.setDecimal(slot, small(in, length), scale);
                return;
            }
            BigDecimal value = new BigDecimal(unscaled(in, length), scale);
            if (scale > MAX_DIGITS || value.precision() > MAX_DIGITS) {
                throw new UnreadableEvent(name, "a number of more than " + MAX_DIGITS + " digits");
            }
            row.setDecimal(slot, value);
        };
    }

    private static BigDecimal shortest(double value, String text, String name) throws UnreadableEvent {
        if (!Double.isFinite(value)) {
            throw new UnreadableEvent(name, "expected a number, found " + text);
        }
        return plain(new BigDecimal(text), name);
    }

    private static BigDecimal plain(BigDecimal value, String name) throws UnreadableEvent {
        BigDecimal stripped = value.stripTrailingZeros();
        if (Math.abs(stripped.scale()) > MAX_DIGITS) {
            throw new UnreadableEvent(name, "a number of more than " + MAX_DIGITS + " digits");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal read(AvroBytes in, Schema schema, int scale) throws UnreadableEvent {
        return new BigDecimal(unscaled(in, length(in, schema)), scale);
    }

    private static int length(AvroBytes in, Schema schema) throws UnreadableEvent {
        return schema.getType() == Schema.Type.FIXED ? schema.getFixedSize() : in.readLength();
    }

    private static long small(AvroBytes in, int length) throws UnreadableEvent {
        int from = in.take(length);
        long value = in.bytes()[from];
        for (int i = 1; i < length; i++) {
            value = value << 8 | in.bytes()[from + i] & 0xff;
        }
        return value;
    }

    private static BigInteger unscaled(AvroBytes in, int length) throws UnreadableEvent {
        if (length == 0) {
            throw in.problem("a decimal without digits");
        } else if (length > MAX_BYTES) {
            throw in.problem("a number of more than " + MAX_DIGITS + " digits");
        }
        int from = in.take(length);
        return new BigInteger(in.bytes(), from, length);
    }
}
