package io.weir.dsl.check;

import io.weir.dsl.plan.Type;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of types and currencies, for those who offer them. */
public final class TypeNames {

    private TypeNames() {}

    /** The type of that name; any money for {@code money}; null for no name of a type. */
    public static @Nullable Type scalar(String name) {
        if (name.equals("money")) {
            return new Type.Money(null);
        }
        for (Type.Scalar type : Type.Scalar.values()) {
            if (type.text().equals(name)) {
                return type;
            }
        }
        return null;
    }

    /** Codes with their names in English, in the order of the codes. */
    public static Map<String, String> currencies() {
        Map<String, String> names = new LinkedHashMap<>();
        Currency.getAvailableCurrencies().stream()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .forEach(currency -> names.put(currency.getCurrencyCode(), currency.getDisplayName(Locale.ENGLISH)));
        return names;
    }
}
