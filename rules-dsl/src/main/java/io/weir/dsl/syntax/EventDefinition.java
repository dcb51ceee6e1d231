package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code event Login { … } time at, up to 5 seconds late, from topic "logins" as json}. */
public record EventDefinition(
        Name name,
        List<FieldDeclaration> fields,
        @Nullable Name time,
        @Nullable Expression lateness,
        Expression.@Nullable TextLiteral topic,
        @Nullable Name format,
        Span span)
        implements Definition {

    public EventDefinition {
        fields = List.copyOf(fields);
    }
}
