package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RatesDefinition;
import org.jspecify.annotations.Nullable;

/** Checks that the table of rates can convert money: found by two currencies, it returns a decimal. */
final class RatesCheck {

    private final Problems problems;
    private final Names names;
    private final RatesDefinition rates;

    RatesCheck(Problems problems, Names names, RatesDefinition rates) {
        this.problems = problems;
        this.names = names;
        this.rates = rates;
    }

    /** The table; null where there is none that fits. */
    @Nullable
    TablePlan check() {
        Name name = rates.name();
        Symbol<TablePlan> symbol = names.table(name);
        if (symbol == null) {
            problems.report(Code.UNKNOWN_TABLE, name.span(), name.text())
                    .suggest(NearNames.nearest(name.text(), names.tableNames()), name.span(), "");
            return null;
        }
        TablePlan table = symbol.value();
        if (table != null && !converts(table)) {
            problems.report(Code.RATES_TABLE, name.span(), name.text())
                    .help("declare it for example as: table fx by source, target returns decimal versioned");
            return null;
        }
        return table;
    }

    static boolean converts(TablePlan table) {
        return table.keys().size() == 2
                && table.keys().stream().allMatch(key -> key.type() == Type.Scalar.TEXT)
                && table.columns().size() == 1
                && table.columns().get(0).name().equals(TableCheck.VALUE)
                && table.columns().get(0).type() == Type.Scalar.DECIMAL;
    }
}
