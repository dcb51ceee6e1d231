package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code table fx by source, target returns decimal versioned, from topic "fx-rates"}. */
public record TableDefinition(
        Name name,
        List<Column> keys,
        @Nullable TypeReference returns,
        boolean versioned,
        Expression.@Nullable TextLiteral topic,
        Span span)
        implements Definition {

    /**
     * A column that rows are found by.
     *
     * @param type null for a text
     */
    public record Column(Name name, @Nullable TypeReference type) {}

    public TableDefinition {
        keys = List.copyOf(keys);
    }
}
