package io.weir.dsl.plan;

import java.time.Duration;
import java.util.List;

/**
 * What a language model is asked about an alert.
 *
 * @param template text with {@code {path}} places; they are filled as data, never as instructions
 */
public record PromptPlan(String name, Duration timeout, String template, List<Output> outputs) {

    /**
     * One field of the answer.
     *
     * @param choices the texts that are allowed; empty for any value of the type
     */
    public record Output(String name, Type type, List<String> choices) {
        public Output {
            choices = List.copyOf(choices);
        }
    }

    public PromptPlan {
        outputs = List.copyOf(outputs);
    }
}
