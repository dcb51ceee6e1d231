package io.weir.models.language;

import java.util.List;
import java.util.Set;

/** One declared field of an answer; the choices are for {@link OutputType#ONE_OF} alone. */
public record OutputField(String name, OutputType type, List<String> choices) {

    public OutputField {
        choices = List.copyOf(choices);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a field needs a name");
        }
        if (choices.isEmpty() == (type == OutputType.ONE_OF)
                || Set.copyOf(choices).size() < choices.size()) {
            throw new IllegalArgumentException("field " + name + ": distinct choices for ONE_OF, none otherwise");
        }
    }

    public static OutputField of(String name, OutputType type) {
        return new OutputField(name, type, List.of());
    }

    public static OutputField oneOf(String name, List<String> choices) {
        return new OutputField(name, OutputType.ONE_OF, choices);
    }
}
