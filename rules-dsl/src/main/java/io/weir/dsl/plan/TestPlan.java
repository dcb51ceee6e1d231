package io.weir.dsl.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked test of a rule. Values are as in {@link Expr.Constant}, places {@link GeoPoint}s; those of a record are under the paths
 * of their fields.
 *
 * @param rule planned with the lists of the test in place of those that are declared
 * @param raising for a rule over alerts: the other rules that look at the test's events, planned alike
 * @param lists the entries of those lists by name
 * @param scores what each model answers, by its name
 * @param tables those that the rule reads or the test fills, by name
 * @param expected all that the rule may do; nothing at all where it is empty
 */
public record TestPlan(
        String name,
        RulePlan rule,
        List<RulePlan> raising,
        List<Row> rows,
        Map<String, List<Object>> lists,
        Map<String, Double> scores,
        Map<String, Table> tables,
        List<Expected> expected) {

    /**
     * An event that happens.
     *
     * @param at of the first one, in milliseconds since the epoch
     * @param values by field, a currency's among them, but not its time; a field that is not there is missing
     * @param every between one and the next
     */
    public record Row(StreamSchema stream, long at, Map<String, Object> values, int times, Duration every) {

        public Row {
            values = Map.copyOf(values);
        }
    }

    /** A table and all of its rows. */
    public record Table(TablePlan plan, List<TableRow> rows) {

        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param validFrom in milliseconds since the epoch; null for ever
     */
    public record TableRow(
            Map<String, Object> values, @Nullable Long validFrom) {

        public TableRow {
            values = Map.copyOf(values);
        }
    }

    /** What the rule does. */
    public sealed interface Expected {

        /** When, in milliseconds since the epoch; null for whenever. */
        @Nullable
        Long at();
    }

    /** An alert; what is null may be anything. */
    public record ExpectedAlert(
            @Nullable Severity severity,
            @Nullable String text,
            @Nullable Long at) implements Expected {}

    /** An event of the rule's making that has at least these values. */
    public record ExpectedEmit(
            String name,
            Map<String, Object> values,
            @Nullable Long at) implements Expected {

        public ExpectedEmit {
            values = Map.copyOf(values);
        }
    }

    /** An event that is sent on. */
    public record ExpectedRoute(String topic, @Nullable Long at) implements Expected {}

    public TestPlan {
        raising = List.copyOf(raising);
        rows = List.copyOf(rows);
        lists = Map.copyOf(lists);
        scores = Map.copyOf(scores);
        tables = Map.copyOf(tables);
        expected = List.copyOf(expected);
    }
}
