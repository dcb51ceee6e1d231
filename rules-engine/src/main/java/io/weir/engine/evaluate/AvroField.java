package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Type;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes one field of a row from an Avro value. Texts stand for decimals, timestamps, durations and moneys too, as they do in JSON.
 */
final class AvroField {

    private final Field field;
    private final int slot;
    private final ZoneId zone;
    private final FieldText text;
    private final @Nullable AvroField entry;

    AvroField(Field field, int slot, ZoneId zone) {
        this.field = field;
        this.slot = slot;
        this.zone = zone;
        this.text = new FieldText(field, slot, zone);
        Field each = FieldText.entry(field);
        this.entry = each == null ? null : new AvroField(each, RowWriter.ENTRY, zone);
    }

    AvroStep of(Schema schema) {
        if (schema.getType() == Schema.Type.UNION) {
            return AvroStep.oneOf(schema.getTypes().stream().map(this::of).toArray(AvroStep[]::new));
        } else if (schema.getType() == Schema.Type.NULL) {
            return AvroStep.NOTHING;
        } else if (entry != null) {
            return schema.getType() == Schema.Type.ARRAY ? list(entry.of(schema.getElementType())) : refusal(schema);
        }
        if (!(field.type() instanceof Type.Scalar scalar)) {
            return number(schema);
        }
        return switch (scalar) {
            case TEXT, IP -> text(schema);
            case BOOL ->
                schema.getType() == Schema.Type.BOOLEAN
                        ? (in, row) -> row.setBoolean(slot, in.readBoolean())
                        : refusal(schema);
            case INT, SIZE -> integer(schema, AvroNumbers.integer(schema));
            case DURATION -> textOr(schema, AvroNumbers.duration(schema));
            case TIMESTAMP -> textOr(schema, AvroNumbers.timestamp(schema, zone));
            case FLOAT, PROBABILITY -> floating(schema);
            case DECIMAL, LENGTH, SPEED -> number(schema);
            case GEO -> schema.getType() == Schema.Type.RECORD ? new AvroPlace(schema, slot, text) : refusal(schema);
        };
    }

    private AvroStep text(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> this::writeText;
            case ENUM -> symbol(schema);
            case FIXED -> AvroNumbers.isLogical(schema, "uuid") ? this::writeUuid : refusal(schema);
            default -> refusal(schema);
        };
    }

    private void writeText(AvroBytes in, RowWriter row) throws UnreadableEvent {
        int length = in.readLength();
        if (!in.isText(length)) {
            throw new UnreadableEvent(field.name(), "a text that is not UTF-8");
        }
        row.setText(slot, in.bytes(), in.take(length), length);
    }

    private AvroStep symbol(Schema schema) {
        byte[][] symbols = schema.getEnumSymbols().stream()
                .map(symbol -> symbol.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return (in, row) -> {
            byte[] symbol = symbols[in.readIndex(symbols.length)];
            row.setText(slot, symbol, 0, symbol.length);
        };
    }

    private void writeUuid(AvroBytes in, RowWriter row) throws UnreadableEvent {
        int from = in.take(16);
        UUID uuid = new UUID(bigEndian(in.bytes(), from), bigEndian(in.bytes(), from + 8));
        row.setText(slot, uuid.toString());
    }

    private static long bigEndian(byte[] bytes, int from) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | bytes[from + i] & 0xff;
        }
        return value;
    }

    private AvroStep textOr(Schema schema, AvroNumbers.@Nullable OfLong number) {
        return schema.getType() == Schema.Type.STRING ? this::readText : integer(schema, number);
    }

    private void readText(AvroBytes in, RowWriter row) throws UnreadableEvent {
        int length = in.readLength();
        CharBuffer chars = in.chars(length);
        in.take(length);
        text.write(row, chars.array(), 0, chars.length());
    }

    private AvroStep integer(Schema schema, AvroNumbers.@Nullable OfLong number) {
        if (number == null) {
            return refusal(schema);
        }
        return (in, row) -> {
            try {
                row.setLong(slot, number.read(in));
            } catch (DateTimeException | ArithmeticException e) {
                throw new UnreadableEvent(field.name(), "a time beyond the calendar's end");
            }
        };
    }

    private AvroStep floating(Schema schema) {
        AvroNumbers.OfDouble number = AvroNumbers.floating(schema);
        if (number == null) {
            return refusal(schema);
        }
        return (in, row) -> {
            double value = number.read(in);
            if (!Double.isFinite(value)) {
                throw new UnreadableEvent(
                        field.name(), "expected " + field.type().text() + ", found " + value);
            }
            row.setDouble(slot, value);
        };
    }

    private AvroStep number(Schema schema) {
        AvroStep decimal = AvroDecimals.of(schema, slot, field.name());
        if (decimal != null) {
            return decimal;
        }
        return schema.getType() == Schema.Type.STRING ? this::readText : refusal(schema);
    }

    /** A null among them is no entry. */
    private AvroStep list(AvroStep each) {
        return (in, row) -> {
            row.beginList();
            for (long count = in.readLong(); count != 0; count = in.readLong()) {
                if (count < 0) {
                    in.readLength();
                }
                readEntries(each, count, in, row);
            }
            row.endList(slot);
        };
    }

    private static void readEntries(AvroStep each, long count, AvroBytes in, RowWriter row) throws UnreadableEvent {
        // The least number has no other sign, so the count goes towards zero from either side.
        for (long left = count; left != 0; left -= Long.signum(count)) {
            int from = in.position();
            each.run(in, row);
            if (in.position() == from) {
                // Only nulls take no bytes, and they are no entries.
                return;
            }
        }
    }

    private AvroStep refusal(Schema schema) {
        String logical = schema.getLogicalType() == null
                ? ""
                : " (" + schema.getLogicalType().getName() + ")";
        String reason = "expected " + field.type().text() + ", found Avro's "
                + schema.getType().getName() + logical;
        return (in, row) -> {
            throw new UnreadableEvent(field.name(), reason);
        };
    }
}
