package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code model fraud given amount: float returns probability else 0.0}. */
public record ModelDefinition(
        Name name,
        List<Input> inputs,
        @Nullable TypeReference returns,
        @Nullable Expression otherwise,
        Span span) implements Definition {

    /** An input and its type; null where it could not be read. */
    public record Input(Name name, @Nullable TypeReference type) {}

    public ModelDefinition {
        inputs = List.copyOf(inputs);
    }
}
