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
 * @param element of a list; null where it could not be read, and for anything else
 * @param fields of a record; empty for anything else
 */
public record TypeReference(
        Form form,
        Name name,
        @Nullable Name currency,
        @Nullable Name currencyField,
        @Nullable TypeReference element,
        List<FieldDeclaration> fields,
        Span span)
        implements Node {

    /** How a type is written. */
    public enum Form {
        NAME,
        /** {@code list of text}. */
        LIST,
        /** <code>{ street: text, zip: text? }</code>. */
        RECORD
    }

    public TypeReference {
        fields = List.copyOf(fields);
    }

    public static TypeReference named(Name name, @Nullable Name currency, @Nullable Name currencyField, Span span) {
        return new TypeReference(Form.NAME, name, currency, currencyField, null, List.of(), span);
    }

    public static TypeReference list(@Nullable TypeReference element, Span span) {
        return new TypeReference(Form.LIST, new Name("list", span), null, null, element, List.of(), span);
    }

    public static TypeReference record(List<FieldDeclaration> fields, Span span) {
        return new TypeReference(Form.RECORD, new Name("record", span), null, null, null, fields, span);
    }

    public boolean isRecord() {
        return form == Form.RECORD;
    }

    public boolean isList() {
        return form == Form.LIST;
    }
}
