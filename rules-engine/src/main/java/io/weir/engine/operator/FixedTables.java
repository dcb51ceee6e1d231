package io.weir.engine.operator;

import io.weir.dsl.plan.TablePlan;
import io.weir.engine.evaluate.TableRowDecoder;
import io.weir.engine.evaluate.TableStore;
import io.weir.engine.evaluate.Tables;
import io.weir.engine.evaluate.UnreadableEvent;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables whose rows are known in advance, by the tables' names. */
final class FixedTables implements Tables, Serializable {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, ArrayList<byte[]>> rows = new HashMap<>();
    private final ZoneId zone;

    FixedTables(Map<String, List<byte[]>> rows, ZoneId zone) {
        rows.forEach((table, texts) -> this.rows.put(table, new ArrayList<>(texts)));
        this.zone = zone;
    }

    @Override
    public TableStore open(String tenant, TablePlan table) {
        TableStore store = new TableStore(tenant, table);
        TableRowDecoder decoder = new TableRowDecoder(table, zone);
        for (byte[] row : rows.getOrDefault(table.name(), new ArrayList<>())) {
            try {
                store.put(decoder.decode(row));
            } catch (UnreadableEvent e) {
                throw new IllegalArgumentException("A row of table " + table.name() + ": " + e.getMessage(), e);
            }
        }
        return store;
    }
}
