package io.weir.engine.evaluate;

import io.weir.dsl.plan.TablePlan;
import org.jspecify.annotations.Nullable;

/** Where the rows of tables come from, for one task. */
@FunctionalInterface
public interface Tables extends AutoCloseable {

    /**
     * The rows that there are at the time of the call, and those that follow. Blocks until they are read; fails with
     * {@link TableUnavailable} where they are not in time.
     */
    TableStore open(String tenant, TablePlan table);

    /** Events are waiting from here on. */
    default void started() {}

    /** Why rows of a table that was opened cannot be read at the moment; null where they can. */
    default @Nullable String problem(TableStore table) {
        return null;
    }

    @Override
    default void close() {}

    /** Tables that nobody fills. */
    static Tables empty() {
        return TableStore::new;
    }
}
