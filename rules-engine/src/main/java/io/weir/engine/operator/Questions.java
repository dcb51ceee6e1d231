package io.weir.engine.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.EnrichRequest;
import io.weir.models.language.OutputField;
import io.weir.models.language.OutputSchema;
import io.weir.models.language.OutputType;
import io.weir.models.language.PromptTemplate;
import io.weir.models.language.Question;
import java.time.Duration;
import java.util.List;

/** Enrich requests as questions to a language model. */
final class Questions {

    private Questions() {}

    static Question of(EnrichRequest request, Duration longest) {
        EnrichRequest.Prompt prompt = request.prompt();
        Duration wanted = Duration.ofMillis(Math.max(1, prompt.timeoutMillis()));
        return new Question(
                request.id(),
                PromptTemplate.of(prompt.template()).render(places(request.alert())),
                new OutputSchema(prompt.outputs().stream().map(Questions::field).toList()),
                wanted.compareTo(longest) < 0 ? wanted : longest);
    }

    /** What a prompt's places can name: the alert's own fields first, then its key, its rule's values, its events' fields. */
    private static JsonNode places(JsonNode alert) {
        ObjectNode places = ContractJson.MAPPER.createObjectNode();
        for (JsonNode event : alert.path("events")) {
            addAll(places, event.path("fields"));
        }
        addAll(places, alert.path("values"));
        addAll(places, alert.path("key"));
        addAll(places, alert);
        return places;
    }

    private static void addAll(ObjectNode places, JsonNode fields) {
        if (fields instanceof ObjectNode object) {
            places.setAll(object);
        }
    }

    private static OutputField field(EnrichRequest.Output output) {
        List<String> choices = output.choices();
        return choices.isEmpty()
                ? OutputField.of(output.name(), type(output.type()))
                : OutputField.oneOf(output.name(), choices);
    }

    private static OutputType type(String type) {
        return switch (type) {
            case "int" -> OutputType.INT;
            case "float", "decimal", "probability" -> OutputType.FLOAT;
            case "bool" -> OutputType.BOOL;
            default -> OutputType.TEXT;
        };
    }
}
