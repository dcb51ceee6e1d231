package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleExpressions;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.TestPlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TestDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks the rows that a test gives to tables. */
final class TestTables {

    private static final String VALID_FROM = "validFrom";

    private final Problems problems;
    private final Names names;
    private final TestGivens givens;
    private final Map<String, TablePlan> plans = new LinkedHashMap<>();
    private final Map<String, List<TestPlan.TableRow>> rows = new LinkedHashMap<>();

    TestTables(Problems problems, Names names, TestGivens givens) {
        this.problems = problems;
        this.names = names;
        this.givens = givens;
    }

    void add(TestDefinition.TableGiven given) {
        Symbol<TablePlan> symbol = names.table(given.table());
        if (symbol == null) {
            unknown(given.table());
        } else if (symbol.value() == null) {
            givens.breaks();
        } else {
            given.rows().forEach(row -> add(symbol.value(), row));
        }
    }

    private void unknown(Name table) {
        String near = NearNames.nearest(table.text(), names.tableNames());
        problems.report(Code.UNKNOWN_TABLE, table.span(), table.text())
                .help(
                        names.streamNames().contains(table.text())
                                ? "say when the event happens: 00:00:00 " + table.text() + " { … }"
                                : null)
                .suggest(near, table.span(), "");
    }

    private void add(TablePlan table, Expression.RecordLiteral row) {
        List<TestRecord.Slot> slots = new ArrayList<>();
        Stream.concat(table.keys().stream(), table.columns().stream())
                .map(column -> TestRecord.Slot.of(Target.Kind.COLUMN, column.name(), column.type(), !column.nullable()))
                .forEach(slots::add);
        if (table.versioned()) {
            slots.add(TestRecord.Slot.of(Target.Kind.WORD, VALID_FROM, Type.Scalar.TIMESTAMP, false));
        }
        TestRecord record = new TestRecord(problems, names, table.name(), slots);
        Map<String, Object> values = new LinkedHashMap<>(record.values(row));
        Object validFrom = values.remove(VALID_FROM);
        plans.put(table.name(), table);
        rows.computeIfAbsent(table.name(), any -> new ArrayList<>())
                .add(new TestPlan.TableRow(values, (Long) validFrom));
    }

    /** Those that have rows, and those that the rules read. */
    Map<String, TestPlan.Table> of(RulePlan rule, List<RulePlan> others) {
        RuleExpressions.all(rule).forEach(this::read);
        others.forEach(other -> RuleExpressions.all(other).forEach(this::read));
        Map<String, TestPlan.Table> tables = new LinkedHashMap<>();
        plans.forEach((name, plan) -> tables.put(name, new TestPlan.Table(plan, rows.getOrDefault(name, List.of()))));
        return tables;
    }

    private void read(Expr expr) {
        if (expr instanceof Expr.Lookup lookup) {
            read(lookup.table());
        } else if (expr instanceof Expr.Convert convert) {
            read(convert.rates());
        }
    }

    private void read(String table) {
        Symbol<TablePlan> symbol = names.table(table);
        if (symbol != null && symbol.value() != null) {
            plans.put(table, symbol.value());
        }
    }
}
