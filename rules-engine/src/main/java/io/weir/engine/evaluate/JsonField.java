package io.weir.engine.evaluate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Type;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Writes one field of a row from the JSON value at hand. Texts stand for decimals, timestamps, durations and moneys too, since many
 * write those so to keep them exact.
 */
final class JsonField {

    private final Field field;
    private final int slot;
    private final FieldText text;
    private final @Nullable JsonField entry;

    JsonField(Field field, int slot, ZoneId zone) {
        this.field = field;
        this.slot = slot;
        this.text = new FieldText(field, slot, zone);
        this.entry = entry(field, zone);
    }

    private static @Nullable JsonField entry(Field field, ZoneId zone) {
        Field entry = FieldText.entry(field);
        return entry == null ? null : new JsonField(entry, RowWriter.ENTRY, zone);
    }

    int slot() {
        return slot;
    }

    String name() {
        return field.name();
    }

    /** The parser stands at the value's first token and is left at its last. */
    void write(RowWriter row, JsonParser json) throws IOException, UnreadableEvent {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        } else if (entry != null) {
            require(json, token == JsonToken.START_ARRAY);
            writeEntries(row, json, entry);
            return;
        }
        if (!(field.type() instanceof Type.Scalar scalar)) {
            writeNumberOrText(row, json);
            return;
        }
        switch (scalar) {
            case TEXT, IP -> {
                require(json, token == JsonToken.VALUE_STRING);
                text(row, json);
            }
            case BOOL -> {
                require(json, token.isBoolean());
                row.setBoolean(slot, token == JsonToken.VALUE_TRUE);
            }
            case INT, SIZE -> {
                require(json, token.isNumeric());
                row.setLong(slot, integer(json));
            }
            case FLOAT, PROBABILITY -> {
                require(json, token.isNumeric());
                text(row, json);
            }
            case DECIMAL, LENGTH, SPEED, DURATION -> writeNumberOrText(row, json);
            case TIMESTAMP -> row.setLong(slot, timestamp(json));
            case GEO -> {
                require(json, token == JsonToken.START_OBJECT);
                writeGeo(row, json);
            }
        }
    }

    /** A null among them is no entry. */
    private void writeEntries(RowWriter row, JsonParser json, JsonField each) throws IOException, UnreadableEvent {
        row.beginList();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            each.write(row, json);
        }
        row.endList(slot);
    }

    long timestamp(JsonParser json) throws IOException, UnreadableEvent {
        JsonToken token = json.currentToken();
        require(json, token.isNumeric() || token == JsonToken.VALUE_STRING);
        return token == JsonToken.VALUE_STRING
                ? text.timestamp(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : integer(json);
    }

    private void writeNumberOrText(RowWriter row, JsonParser json) throws IOException, UnreadableEvent {
        JsonToken token = json.currentToken();
        require(json, token.isNumeric() || token == JsonToken.VALUE_STRING);
        text(row, json);
    }

    private void text(RowWriter row, JsonParser json) throws IOException, UnreadableEvent {
        text.write(row, json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    private long integer(JsonParser json) throws IOException, UnreadableEvent {
        if (json.getTextLength() <= 18 && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return json.getLongValue();
        }
        return text.integer(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    private void writeGeo(RowWriter row, JsonParser json) throws IOException, UnreadableEvent {
        double latitude = Double.NaN;
        double longitude = Double.NaN;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("lat") || name.equals("lon")) {
                require(json, value != null && value.isNumeric());
                latitude = name.equals("lat") ? json.getDoubleValue() : latitude;
                longitude = name.equals("lon") ? json.getDoubleValue() : longitude;
            } else {
                json.skipChildren();
            }
        }
        text.writeGeo(row, latitude, longitude);
    }

    private void require(JsonParser json, boolean condition) throws IOException, UnreadableEvent {
        if (!condition) {
            throw new UnreadableEvent(field.name(), "expected " + field.type().text() + ", found " + describe(json));
        }
    }

    private static String describe(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> json.getText();
        };
    }
}
