package io.weir.engine.evaluate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some expressions read besides events. Programs of the same expressions with equal references are the same.
 *
 * @param lists whose entries are published on their own, by name
 * @param tables by name
 */
record Reference(Map<String, PublishedList> lists, Map<String, TableStore> tables) {

    static final Reference NONE = new Reference(Map.of(), Map.of());

    PublishedList list(String name) {
        return required(lists.get(name), "list @" + name);
    }

    TableStore table(String name) {
        return required(tables.get(name), "table " + name);
    }

    private static <T> T required(@Nullable T found, String what) {
        if (found == null) {
            throw new IllegalStateException("No " + what + " for a program that reads it (DEVELOPER)");
        }
        return found;
    }
}
