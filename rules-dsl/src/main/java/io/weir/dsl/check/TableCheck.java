package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.FieldDeclaration;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TableDefinition;
import io.weir.dsl.syntax.TypeReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a table: the columns that its rows are found by, and those that they hold. */
final class TableCheck {

    /** The column of a table that returns a single value. */
    static final String VALUE = "value";

    private static final String VALID_FROM = "validFrom";

    private final Problems problems;
    private final TableDefinition table;
    private final TypeCheck types;
    private final Set<String> names = new HashSet<>();

    TableCheck(Problems problems, TableDefinition table) {
        this.problems = problems;
        this.table = table;
        this.types = new TypeCheck(problems);
    }

    @Nullable
    TablePlan check() {
        List<TablePlan.Column> keys = new ArrayList<>();
        table.keys().forEach(column -> keys.add(key(column)));
        List<TablePlan.Column> columns = new ArrayList<>();
        TypeReference returns = table.returns();
        if (returns != null && returns.isRecord()) {
            record(returns, columns);
        } else if (returns != null) {
            name(new Name(VALUE, returns.span()));
            columns.add(new TablePlan.Column(VALUE, type(returns), false));
        }
        String topic = topic();
        return returns == null || problems.hasErrorWithin(table.span())
                ? null
                : new TablePlan(table.name().text(), keys, columns, table.versioned(), topic);
    }

    private TablePlan.Column key(TableDefinition.Column column) {
        name(column.name());
        TypeReference reference = column.type();
        Type type = reference == null ? Type.Scalar.TEXT : type(reference);
        if (reference != null && !KeyCheck.KEYS.contains(type) && !problems.hasErrorWithin(reference.span())) {
            problems.report(Code.TYPE_OF_NO_USE, reference.span(), "the key of a table", Phrases.a(type))
                    .help("rows are found by text, int, bool, decimal, timestamp, duration or ip");
        }
        return new TablePlan.Column(column.name().text(), type, false);
    }

    private void record(TypeReference record, List<TablePlan.Column> columns) {
        if (record.fields().isEmpty() && !problems.isTorn(record.span())) {
            problems.report(Code.RECORD_EMPTY, record.span())
                    .help("name what it holds, for example: { daily: decimal }");
        }
        for (FieldDeclaration field : record.fields()) {
            name(field.name());
            if (field.from() != null) {
                problems.report(Code.TYPE_OF_NO_USE, field.from().span(), "a column", "in another place of its row")
                        .help("a row has its columns by their names");
            }
            Type type = field.type() == null ? Type.Scalar.TEXT : type(field.type());
            columns.add(new TablePlan.Column(field.name().text(), type, field.nullable()));
        }
    }

    private void name(Name name) {
        if (name.text().equals(VALID_FROM)) {
            problems.report(Code.COLUMN_RESERVED, name.span(), name.text()).help("give the column another name");
        } else if (!names.add(name.text())) {
            problems.report(Code.DECLARED_TWICE, name.span(), "column", name.text());
        }
    }

    // Any type stands in for one with a mistake: such a table is not planned.
    private Type type(TypeReference reference) {
        if (reference.isRecord() || reference.currencyField() != null) {
            types.refused(reference, "a column of a table");
            return Type.Scalar.TEXT;
        }
        Type type = types.field(reference);
        return type == null ? Type.Scalar.TEXT : type;
    }

    private String topic() {
        if (table.topic() == null) {
            return TopicCheck.usual(table.name().text());
        }
        new TopicCheck(problems).check(table.topic());
        return table.topic().value();
    }
}
