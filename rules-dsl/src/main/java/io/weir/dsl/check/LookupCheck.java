package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a look-up in a table: {@code fx[currency, "EUR"] as of at}, {@code limits[cardId].daily}. */
final class LookupCheck {

    private final RuleContext rule;
    private final ExpressionCheck expressions;

    LookupCheck(RuleContext rule, ExpressionCheck expressions) {
        this.rule = rule;
        this.expressions = expressions;
    }

    @Nullable
    Expr check(Expression.Lookup source) {
        List<Operand> keys = new ArrayList<>();
        for (Expression key : source.keys()) {
            Expr checked = expressions.check(key);
            if (checked != null) {
                keys.add(new Operand(key, checked));
            }
        }
        TablePlan table = table(source.table());
        if (table == null) {
            return null;
        }
        List<Expr> fitted = keys.size() == source.keys().size() ? fitted(source, table, keys) : null;
        TablePlan.Column column = column(source, table);
        AsOf asOf = new AsOfCheck(rule, expressions).check(source.asOf(), table);
        return fitted == null || column == null || asOf == null
                ? null
                : new Expr.Lookup(table.name(), fitted, asOf.time(), column.name(), column.type());
    }

    private @Nullable TablePlan table(Name name) {
        Symbol<TablePlan> symbol = rule.names().table(name);
        if (symbol == null) {
            rule.report(Code.UNKNOWN_TABLE, name.span(), name.text())
                    .suggest(NearNames.nearest(name.text(), rule.names().tableNames()), name.span(), "");
            return null;
        } else if (symbol.value() == null) {
            rule.breaks();
        }
        return symbol.value();
    }

    private @Nullable List<Expr> fitted(Expression.Lookup source, TablePlan table, List<Operand> keys) {
        if (keys.size() != table.keys().size()) {
            String columns = String.join(
                    ", ", table.keys().stream().map(TablePlan.Column::name).toList());
            rule.report(
                            Code.TABLE_KEY_COUNT,
                            source.span(),
                            table.name(),
                            Phrases.count(table.keys().size(), "value"),
                            keys.size())
                    .help("write " + table.name() + "[" + columns + "]");
            return null;
        }
        List<Expr> fitted = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Expr key = fitted(table, table.keys().get(i), keys.get(i));
            if (key != null) {
                fitted.add(key);
            }
        }
        return fitted.size() == keys.size() ? fitted : null;
    }

    private @Nullable Expr fitted(TablePlan table, TablePlan.Column column, Operand key) {
        if (Typing.fits(key.type(), column.type())) {
            return Typing.widen(key.value(), column.type());
        }
        rule.report(
                Code.TABLE_KEY_TYPE,
                key.span(),
                column.name(),
                table.name(),
                Phrases.a(column.type()),
                Phrases.a(key.type()));
        return null;
    }

    private TablePlan.@Nullable Column column(Expression.Lookup source, TablePlan table) {
        List<TablePlan.Column> columns = table.columns();
        Name name = source.column();
        if (name == null) {
            boolean single = columns.size() == 1 && columns.get(0).name().equals(TableCheck.VALUE);
            if (!single) {
                rule.report(Code.COLUMN_UNSAID, source.span(), table.name())
                        .help("name one of them behind the brackets, for example ."
                                + columns.get(0).name());
            }
            return single ? columns.get(0) : null;
        }
        for (TablePlan.Column column : columns) {
            if (column.name().equals(name.text())) {
                rule.names().means(name, new Target(Target.Kind.COLUMN, table.name(), name.text()), column.type());
                return column;
            }
        }
        Candidates candidates = new Candidates();
        columns.forEach(column -> candidates.and(Target.Kind.COLUMN, column.name(), column.type()));
        rule.names().couldBe(name, () -> candidates, Wanted.ANYTHING);
        rule.report(Code.UNKNOWN_COLUMN, name.span(), table.name(), name.text())
                .suggest(candidates.nearest(name.text(), Wanted.ANYTHING), name.span(), "");
        return null;
    }
}
