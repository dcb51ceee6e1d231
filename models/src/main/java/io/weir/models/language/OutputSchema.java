package io.weir.models.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields that an answer must have, all of them, in order. */
public record OutputSchema(List<OutputField> fields) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public OutputSchema {
        fields = List.copyOf(fields);
        if (fields.isEmpty()
                || fields.stream().map(OutputField::name).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("an answer needs fields, each of its own name");
        }
    }

    public static OutputSchema of(OutputField... fields) {
        return new OutputSchema(List.of(fields));
    }

    /** The values by field, in the declared order. Fields beyond the declared ones are dropped. */
    Map<String, Object> read(String text) throws InvalidOutputException {
        JsonNode root = parse(text);
        Map<String, Object> values = new LinkedHashMap<>();
        for (OutputField field : fields) {
            Object value = field.type().accept(root.path(field.name()), field.choices());
            if (value == null) {
                throw new InvalidOutputException("the field \"" + field.name() + "\" is missing or not a valid "
                        + field.type().name().toLowerCase(Locale.ROOT));
            }
            values.put(field.name(), value);
        }
        return values;
    }

    JsonSchema toJsonSchema() {
        JsonObjectSchema.Builder object = JsonObjectSchema.builder()
                .required(fields.stream().map(OutputField::name).toList())
                .additionalProperties(false);
        fields.forEach(field -> add(object, field));
        return JsonSchema.builder().name("answer").rootElement(object.build()).build();
    }

    private static void add(JsonObjectSchema.Builder object, OutputField field) {
        switch (field.type()) {
            case TEXT -> object.addStringProperty(field.name());
            case ONE_OF -> object.addEnumProperty(field.name(), field.choices());
            case INT -> object.addIntegerProperty(field.name());
            case FLOAT -> object.addNumberProperty(field.name());
            case BOOL -> object.addBooleanProperty(field.name());
        }
    }

    private static JsonNode parse(String text) throws InvalidOutputException {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // Its message quotes the answer, which must not get into reasons.
        }
        throw new InvalidOutputException("the answer is not one JSON object");
    }
}
