package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TypeReference;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resolves the names of types and currencies. */
final class TypeCheck {

    private static final Map<String, Type.Scalar> SCALARS = new LinkedHashMap<>();
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    static {
        List.of(
                        Type.Scalar.TEXT,
                        Type.Scalar.BOOL,
                        Type.Scalar.INT,
                        Type.Scalar.DECIMAL,
                        Type.Scalar.FLOAT,
                        Type.Scalar.DURATION,
                        Type.Scalar.TIMESTAMP,
                        Type.Scalar.GEO,
                        Type.Scalar.IP)
                .forEach(type -> SCALARS.put(type.text(), type));
    }

    /** What other languages call them. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("string", "text"),
            Map.entry("varchar", "text"),
            Map.entry("char", "text"),
            Map.entry("str", "text"),
            Map.entry("boolean", "bool"),
            Map.entry("integer", "int"),
            Map.entry("long", "int"),
            Map.entry("bigint", "int"),
            Map.entry("number", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("double", "float"),
            Map.entry("real", "float"),
            Map.entry("date", "timestamp"),
            Map.entry("datetime", "timestamp"),
            Map.entry("time", "timestamp"),
            Map.entry("interval", "duration"));

    private final Problems problems;

    TypeCheck(Problems problems) {
        this.problems = problems;
    }

    /** The type of a field; null, and reported, where there is none of that name. */
    @Nullable
    Type field(TypeReference reference) {
        if (reference.isList()) {
            return list(reference);
        } else if (reference.isRecord()) {
            return refused(reference, "this");
        } else if (reference.name().text().equals("money")) {
            return money(reference);
        }
        Type.Scalar type = SCALARS.get(reference.name().text());
        if (type == null) {
            unknown(reference.name(), SCALARS.keySet());
        }
        return type;
    }

    private @Nullable Type list(TypeReference reference) {
        Type entry = reference.element() == null ? null : entry(reference.element());
        return entry == null ? null : new Type.ListOf(entry);
    }

    /** The type of a list's entries: a simple value, a money of a fixed currency among them. */
    @Nullable
    Type entry(TypeReference reference) {
        if (reference.isList() || reference.isRecord() || reference.currencyField() != null) {
            return refused(reference, "an entry of a list");
        }
        return field(reference);
    }

    /** Reports a type that has no use there. */
    @Nullable
    Type refused(TypeReference reference, String what) {
        String written =
                reference.currencyField() == null ? "a " + reference.name().text() : "money of a currency in a field";
        problems.report(Code.TYPE_OF_NO_USE, reference.span(), what, written)
                .help("it may be a simple value, such as text or money EUR");
        return null;
    }

    /** One of these types by its name; null, and reported, where it is none of them. */
    Type.@Nullable Scalar oneOf(TypeReference reference, String what, Type.Scalar... allowed) {
        for (Type.Scalar type : allowed) {
            if (isNamed(reference) && type.text().equals(reference.name().text())) {
                return type;
            }
        }
        Set<String> names = List.of(allowed).stream().map(Type::text).collect(Collectors.toSet());
        if (!isNamed(reference)
                || SCALARS.containsKey(reference.name().text())
                || reference.name().text().equals("money")) {
            problems.report(
                            Code.TYPE_OF_NO_USE,
                            reference.span(),
                            what,
                            reference.name().text())
                    .help("it may be "
                            + Phrases.oneOf(
                                    List.of(allowed).stream().map(Type::text).toList()));
        } else {
            unknown(reference.name(), names);
        }
        return null;
    }

    private static boolean isNamed(TypeReference reference) {
        return !reference.isList() && !reference.isRecord();
    }

    private @Nullable Type money(TypeReference reference) {
        Name currency = reference.currency();
        if (currency != null) {
            return isCurrency(currency) ? new Type.Money(currency.text()) : null;
        } else if (reference.currencyField() == null) {
            problems.report(Code.MONEY_OF_NO_CURRENCY, reference.span(), "money")
                    .help("write 'money EUR', or 'money in currency' where a field named currency holds it");
            return null;
        }
        return new Type.Money(null);
    }

    static boolean isCurrency(String text) {
        return CURRENCIES.contains(text);
    }

    boolean isCurrency(Name currency) {
        boolean known = isCurrency(currency.text());
        if (!known) {
            problems.report(Code.UNKNOWN_CURRENCY, currency.span(), currency.text())
                    .help("a currency is its ISO 4217 code, such as EUR or USD");
        }
        return known;
    }

    private void unknown(Name name, Set<String> candidates) {
        String meant = OTHERS.get(name.text().toLowerCase(Locale.ROOT));
        String near = meant == null || !candidates.contains(meant) ? NearNames.nearest(name.text(), candidates) : meant;
        problems.report(Code.UNKNOWN_TYPE, name.span(), name.text())
                .help("types are " + String.join(", ", SCALARS.keySet()) + ", money")
                .suggest(near, name.span(), "");
    }
}
