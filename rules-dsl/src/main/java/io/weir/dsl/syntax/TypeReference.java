package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type by its name, a list of a type, or a record.
 *
 * @param name {@code list} and {@code record} where it is one
 * @param currency of {@code money EUR}
 * @param currencyField of {@code money in currency}
 * @param element of {@code list of text}; null where it could not be read, and for anything else
 * @param fields of <code>{ street: text, zip: text? }</code>; empty for anything else
 */
public record TypeReference(
        Name name,
        @Nullable Name currency,
        @Nullable Name currencyField,
        @Nullable TypeReference element,
        List<FieldDeclaration> fields,
        Span span)
        implements Node {

    public TypeReference {
        fields = List.copyOf(fields);
    }

    public static TypeReference named(Name name, @Nullable Name currency, @Nullable Name currencyField, Span span) {
        return new TypeReference(name, currency, currencyField, null, List.of(), span);
    }
}
