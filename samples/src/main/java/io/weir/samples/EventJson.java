package io.weir.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/** An event's JSON, field by field. */
final class EventJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode node = MAPPER.createObjectNode();

    private EventJson() {}

    static EventJson at(long time) {
        return new EventJson().put("at", Instant.ofEpochMilli(time).toString());
    }

    EventJson put(String field, String value) {
        node.put(field, value);
        return this;
    }

    EventJson put(String field, BigDecimal value) {
        node.put(field, value);
        return this;
    }

    EventJson in(String object, String field, String value) {
        node.withObjectProperty(object).put(field, value);
        return this;
    }

    byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + node, e);
        }
    }
}
