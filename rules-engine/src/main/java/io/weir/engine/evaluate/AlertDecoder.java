package io.weir.engine.evaluate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.weir.dsl.plan.BuiltIn;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of alerts: of its JSON what {@link BuiltIn#ALERT} declares, with the key's values as one text. */
final class AlertDecoder implements EventDecoder {

    private static final String KEY = "key";
    private static final String BETWEEN = ", ";

    private final RowWriter row;
    private final RequiredFields required = new RequiredFields(BuiltIn.ALERT);

    AlertDecoder(int schemaId) {
        row = new RowWriter(schemaId, BuiltIn.ALERT.fields().size());
    }

    @Override
    public Row decode(byte[] bytes, int partition, long offset) throws UnreadableEvent {
        row.begin();
        try (JsonParser json = JsonEventDecoder.FACTORY.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableEvent("", "not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                read(json.currentName(), json);
            }
        } catch (JsonProcessingException e) {
            throw JsonProblem.of(e);
        } catch (IOException e) {
            throw new UnreadableEvent("", "not readable: " + e.getMessage());
        }
        required.check(row);
        return row.finish(partition, offset, row.bitsAt(BuiltIn.ALERT.timeSlot()));
    }

    private void read(String field, JsonParser json) throws IOException, UnreadableEvent {
        int slot = BuiltIn.ALERT.slotOf(field);
        JsonToken value = json.nextToken();
        if (slot == BuiltIn.ALERT.timeSlot()) {
            row.setLong(slot, time(json.getText()));
        } else if (field.equals(KEY) && value == JsonToken.START_OBJECT) {
            setKey(slot, json);
        } else if (slot >= 0 && value == JsonToken.VALUE_STRING) {
            row.setText(slot, json.getText());
        } else {
            json.skipChildren();
        }
    }

    private static long time(String text) throws UnreadableEvent {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new UnreadableEvent("time", "'" + text + "' is not a point in time");
        }
    }

    /** Its values as texts show them; missing for a rule without a key. */
    private void setKey(int slot, JsonParser json) throws IOException {
        List<String> values = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_NUMBER_FLOAT) {
                values.add(Shown.value(json.getDecimalValue()));
            } else if (value == JsonToken.VALUE_NULL) {
                values.add(Shown.MISSING);
            } else {
                values.add(json.getText());
            }
            json.skipChildren();
        }
        if (!values.isEmpty()) {
            row.setText(slot, String.join(BETWEEN, values));
        }
    }
}
