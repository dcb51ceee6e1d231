package io.weir.engine.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.weir.dsl.plan.StreamSchema;
import java.io.IOException;
import java.time.ZoneId;

/** JSON straight into rows: no tree, no strings, and what the stream does not declare is skipped. */
final class JsonEventDecoder implements EventDecoder {

    static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonPaths root = new JsonPaths();
    private final RequiredFields required;
    private final RowWriter row;
    private final int timeSlot;

    JsonEventDecoder(StreamSchema schema, int schemaId, ZoneId zone) {
        for (int slot = 0; slot < schema.fields().size(); slot++) {
            root.add(
                    new JsonField(schema.fields().get(slot), slot, zone),
                    schema.fields().get(slot));
        }
        required = new RequiredFields(schema);
        row = new RowWriter(schemaId, schema.fields().size());
        timeSlot = schema.timeSlot();
    }

    @Override
    public Row decode(byte[] bytes, int partition, long offset) throws UnreadableEvent {
        row.begin();
        try (JsonParser json = FACTORY.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableEvent("", "not a JSON object");
            }
            readObject(json, root);
            if (json.nextToken() != null) {
                throw new UnreadableEvent("", "more than one JSON object");
            }
        } catch (JsonProcessingException e) {
            throw JsonProblem.of(e);
        } catch (IOException e) {
            throw new UnreadableEvent("", "not readable: " + e.getMessage());
        }
        required.check(row);
        return row.finish(partition, offset, timeSlot < 0 ? 0 : row.bitsAt(timeSlot));
    }

    private void readObject(JsonParser json, JsonPaths paths) throws IOException, UnreadableEvent {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            JsonPaths child = paths.child(json.currentName());
            json.nextToken();
            if (child == null) {
                json.skipChildren();
            } else {
                child.unset(row, timeSlot);
                readValue(json, child);
            }
        }
    }

    private void readValue(JsonParser json, JsonPaths paths) throws IOException, UnreadableEvent {
        for (int i = 0; i < paths.fields().size(); i++) {
            paths.fields().get(i).write(row, json);
        }
        if (json.currentToken() == JsonToken.START_OBJECT && paths.hasChildren()) {
            readObject(json, paths);
        } else {
            json.skipChildren();
        }
    }
}
