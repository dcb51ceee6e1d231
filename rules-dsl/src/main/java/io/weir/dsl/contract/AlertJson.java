package io.weir.dsl.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import io.weir.dsl.plan.MoneyAmount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert as JSON. Times are ISO 8601 in UTC with milliseconds, money is an object of amount and currency. */
public final class AlertJson {

    /** The {@code $id} of docs/alert.schema.json; another one would be another contract. */
    public static final String SCHEMA = "urn:weir:alert:v1";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private AlertJson() {}

    public static byte[] write(Alert alert) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = ContractJson.MAPPER.createGenerator(bytes)) {
            write(alert, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    private static void write(Alert alert, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", alert.id());
        json.writeStringField("tenant", alert.tenant());
        json.writeStringField("engine", alert.engine());
        json.writeStringField("rule", alert.rule());
        json.writeNumberField("revision", alert.revision());
        json.writeNumberField("epoch", alert.epoch());
        json.writeStringField("severity", alert.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("time", time(alert.time()));
        writeMap(json, "key", alert.key());
        json.writeStringField("text", alert.text());
        writeMap(json, "values", alert.values());
        writeEvents(json, alert.events());
        json.writeNumberField("suppressed", alert.suppressed());
        if (alert.model() != null) {
            writeModel(json, alert.model());
        }
        json.writeEndObject();
    }

    private static void writeEvents(JsonGenerator json, List<Alert.TriggeringEvent> events) throws IOException {
        json.writeArrayFieldStart("events");
        for (Alert.TriggeringEvent event : events) {
            json.writeStartObject();
            json.writeStringField("stream", event.stream());
            json.writeNumberField("partition", event.partition());
            json.writeNumberField("offset", event.offset());
            json.writeStringField("time", time(event.time()));
            writeMap(json, "fields", event.fields());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeModel(JsonGenerator json, Alert.ModelScore model) throws IOException {
        json.writeObjectFieldStart("model");
        json.writeStringField("name", model.name());
        if (model.version() != null) {
            json.writeNumberField("version", model.version());
        }
        if (model.score() != null) {
            json.writeNumberField("score", model.score());
        }
        json.writeEndObject();
    }

    private static void writeMap(JsonGenerator json, String name, Map<String, @Nullable Object> map)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, @Nullable Object> entry : map.entrySet()) {
            json.writeFieldName(entry.getKey());
            writeValue(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal.toPlainString());
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof MoneyAmount money) {
            json.writeStartObject();
            json.writeFieldName("amount");
            json.writeNumber(money.amount().toPlainString());
            json.writeStringField("currency", money.currency());
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object entry : list) {
                writeValue(json, entry);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
