package io.weir.dsl.plan;

import java.util.List;

/** A text with values in it. */
public record Template(List<Part> parts) {

    /** A piece of a template. */
    public sealed interface Part permits Literal, Value {}

    public record Literal(String text) implements Part {}

    /** A value, by the path that the author wrote. */
    public record Value(String path, Expr value) implements Part {}

    public Template {
        parts = List.copyOf(parts);
    }
}
