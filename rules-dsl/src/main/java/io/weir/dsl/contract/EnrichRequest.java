package io.weir.dsl.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Asks the enrichment job about an alert; complete in itself.
 *
 * @param id stable: the same when it is asked again after a restore
 * @param alert as on the alert topic
 * @param given the key's last events of a stream, oldest first, which the rule gives to the prompt
 */
public record EnrichRequest(
        String id, String tenant, String engine, JsonNode alert, Prompt prompt, List<Alert.TriggeringEvent> given) {

    // Requests of the first version have none.
    public EnrichRequest {
        given = given == null ? List.of() : List.copyOf(given);
    }

    /** The prompt's revision that was in force for the alert. */
    public record Prompt(String name, int revision, String template, long timeoutMillis, List<Output> outputs) {
        public Prompt {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * One field of the answer.
     *
     * @param type as the language writes it: text, int, float, bool …
     * @param choices the allowed texts; empty for any
     */
    public record Output(String name, String type, List<String> choices) {
        public Output {
            choices = List.copyOf(choices);
        }
    }
}
