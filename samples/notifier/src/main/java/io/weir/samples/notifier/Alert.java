package io.weir.samples.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What the service reads of an alert; it skips all else.
 *
 * @param group alerts of one group become one notification: those of a tenant's rule for one key
 * @param shown what the notification tells of it
 * @param size of that, in bytes
 */
record Alert(String id, Group group, Severity severity, String time, long suppressed, JsonNode shown, int size) {

    /** What the header {@code ce_type} of an alert says. */
    static final String TYPE = "io.weir.alert.v1";

    private static final List<String> SHOWN =
            List.of("id", "time", "severity", "text", "values", "suppressed", "model");

    /** By how much they matter. */
    enum Severity {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL;

        /** As alerts and notifications write it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param key its JSON, which says the same fields in the same order for the same key */
    record Group(String tenant, String rule, String key) {}

    static Alert read(byte[] value) throws UnreadableAlert {
        JsonNode alert;
        try {
            alert = Json.read(value);
        } catch (JsonProcessingException e) {
            throw new UnreadableAlert("no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnreadableAlert("no JSON: " + e.getMessage());
        }
        JsonNode shown = shown(alert);
        int size = Json.write(shown).getBytes(StandardCharsets.UTF_8).length;
        if (size > Groups.MOST_BYTES) {
            throw new UnreadableAlert("too long for a notification");
        }
        return new Alert(
                text(alert, "id"),
                new Group(text(alert, "tenant"), text(alert, "rule"), Json.write(alert.path("key"))),
                severity(text(alert, "severity")),
                text(alert, "time"),
                alert.path("suppressed").asLong(),
                shown,
                size);
    }

    private static String text(JsonNode alert, String field) throws UnreadableAlert {
        JsonNode value = alert.path(field);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new UnreadableAlert("no text in field " + field);
        }
        return value.textValue();
    }

    private static Severity severity(String name) throws UnreadableAlert {
        for (Severity severity : Severity.values()) {
            if (severity.text().equals(name)) {
                return severity;
            }
        }
        throw new UnreadableAlert("unknown severity " + name);
    }

    private static ObjectNode shown(JsonNode alert) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (String field : SHOWN) {
            if (alert.has(field)) {
                shown.set(field, alert.get(field));
            }
        }
        return shown;
    }
}
