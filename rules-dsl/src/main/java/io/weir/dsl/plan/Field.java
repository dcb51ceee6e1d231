package io.weir.dsl.plan;

import java.util.List;

/**
 * A field of a stream.
 *
 * @param path where it stands in the event, outermost name first
 * @param currencySlot the slot of the text field that names a money's currency, or -1
 */
public record Field(String name, Type type, boolean nullable, List<String> path, int currencySlot) {
    public Field {
        path = List.copyOf(path);
    }
}
