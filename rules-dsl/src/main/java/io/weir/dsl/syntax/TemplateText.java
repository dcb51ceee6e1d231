package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;

/** A text with places for values in it: {@code "{userId}: {count} failures"}. */
public record TemplateText(Expression.TextLiteral text, List<Part> parts) implements Node {

    /** A piece of the text. */
    public sealed interface Part permits Piece, Hole {}

    /** Text as it will stand there, <code>{{</code> being one brace. */
    public record Piece(String text) implements Part {}

    /** A place for a value. */
    public record Hole(Expression.Path path) implements Part {}

    public TemplateText {
        parts = List.copyOf(parts);
    }

    @Override
    public Span span() {
        return text.span();
    }
}
