package io.weir.engine.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

    private static final String GIVEN = "given";

    private Questions() {}

    static Question of(EnrichRequest request, Duration longest) {
        EnrichRequest.Prompt prompt = request.prompt();
        Duration wanted = Duration.ofMillis(Math.max(1, prompt.timeoutMillis()));
        return new Question(
                request.id(),
                template(prompt.template(), !request.given().isEmpty()).render(places(request)),
                new OutputSchema(prompt.outputs().stream().map(Questions::field).toList()),
                wanted.compareTo(longest) < 0 ? wanted : longest);
    }

    /** Events that the rule gives to the prompt are seen whether or not its text says where. */
    private static PromptTemplate template(String text, boolean given) {
        PromptTemplate template = PromptTemplate.of(text);
        return given && !template.names().contains(GIVEN)
                ? PromptTemplate.of(text + "\n\nThe events before: {given}")
                : template;
    }

    /**
     * What a prompt's places can name: the alert's own fields first, then its key, its rule's values, its events' fields; and the events
     * that the rule gives to it.
     */
    private static JsonNode places(EnrichRequest request) {
        JsonNode alert = request.alert();
        ObjectNode places = ContractJson.MAPPER.createObjectNode();
        for (JsonNode event : alert.path("events")) {
            addAll(places, event.path("fields"));
        }
        addAll(places, alert.path("values"));
        addAll(places, alert.path("key"));
        addAll(places, alert);
        if (!request.given().isEmpty()) {
            ArrayNode given = places.putArray(GIVEN);
            request.given().forEach(event -> given.add(ContractJson.MAPPER.valueToTree(event.fields())));
        }
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
