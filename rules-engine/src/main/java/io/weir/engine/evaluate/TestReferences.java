package io.weir.engine.evaluate;

import io.weir.dsl.plan.TestPlan;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists and tables as a test gives them: entries and rows that it does not mention are none. */
final class TestReferences implements References {

    private final TestPlan test;
    private final Map<String, PublishedList> lists = new HashMap<>();
    private final Map<String, TableStore> tables = new HashMap<>();

    TestReferences(TestPlan test) {
        this.test = test;
    }

    @Override
    public PublishedList list(String name) {
        return lists.computeIfAbsent(name, any -> new PublishedList(test.lists().getOrDefault(name, List.of())));
    }

    @Override
    public TableStore table(String name) {
        return tables.computeIfAbsent(name, any -> filled(test.tables().get(name)));
    }

    private static TableStore filled(TestPlan.@Nullable Table table) {
        if (table == null) {
            throw new IllegalStateException("A test without a table that its rule reads (DEVELOPER)");
        }
        TableStore store = new TableStore("default", table.plan());
        TableRowDecoder decoder = new TableRowDecoder(table.plan(), ZoneOffset.UTC);
        for (TestPlan.TableRow row : table.rows()) {
            try {
                store.put(decoder.of(row.values(), row.validFrom() == null ? Long.MIN_VALUE : row.validFrom()));
            } catch (UnreadableEvent e) {
                throw new IllegalArgumentException("given " + table.plan().name() + ": " + e.getMessage(), e);
            }
        }
        return store;
    }
}
