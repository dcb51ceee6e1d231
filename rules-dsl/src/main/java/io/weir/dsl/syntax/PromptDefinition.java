package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code prompt triage timeout 10 seconds """…""" returns { summary: text, action: ["ignore", "block"] }}. */
public record PromptDefinition(
        Name name, @Nullable Expression timeout, @Nullable TemplateText template, List<Output> outputs, Span span)
        implements Definition {

    /** A field of the answer: of a type, or one of some texts; null and empty where neither could be read. */
    public record Output(Name name, @Nullable TypeReference type, List<Expression> choices) {
        public Output {
            choices = List.copyOf(choices);
        }
    }

    public PromptDefinition {
        outputs = List.copyOf(outputs);
    }
}
