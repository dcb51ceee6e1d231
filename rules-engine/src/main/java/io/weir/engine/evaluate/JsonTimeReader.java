package io.weir.engine.evaluate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** Scans JSON for the time and stops there; what follows is not looked at. */
final class JsonTimeReader implements EventTimeReader {

    private final List<String> path;
    private final JsonField field;

    JsonTimeReader(StreamSchema schema, ZoneId zone) {
        Field time = schema.fields().get(schema.timeSlot());
        path = time.path();
        field = new JsonField(time, schema.timeSlot(), zone);
    }

    @Override
    public long timeOf(byte[] bytes) throws UnreadableEvent {
        try (JsonParser json = JsonEventDecoder.FACTORY.createParser(bytes)) {
            if (json.nextToken() == JsonToken.START_OBJECT && descend(json)) {
                return field.timestamp(json);
            }
        } catch (JsonProcessingException e) {
            throw JsonProblem.of(e);
        } catch (IOException e) {
            throw new UnreadableEvent("", "not readable: " + e.getMessage());
        }
        throw new UnreadableEvent(field.name(), "missing, and it is the event's time");
    }

    private boolean descend(JsonParser json) throws IOException {
        int depth = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean matches = json.currentName().equals(path.get(depth));
            JsonToken value = json.nextToken();
            if (matches && depth == path.size() - 1) {
                return value != JsonToken.VALUE_NULL;
            } else if (matches && value == JsonToken.START_OBJECT) {
                depth++;
            } else {
                json.skipChildren();
            }
        }
        return false;
    }
}
