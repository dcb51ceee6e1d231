package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TestPlan;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TestDefinition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the events that happen in a test. */
final class TestRows {

    static final int MOST = 100_000;

    private final Problems problems;
    private final Names names;
    private final TestGivens givens;
    private final TestClock clock;
    private long total;

    TestRows(Problems problems, Names names, TestGivens givens) {
        this.problems = problems;
        this.names = names;
        this.givens = givens;
        this.clock = new TestClock(problems);
    }

    TestPlan.@Nullable Row row(TestDefinition.Row row) {
        Integer times = times(row.times());
        Duration every = row.every() == null ? Duration.ZERO : every(row.every());
        total += times == null ? 0 : times;
        Long at = clock.millis(row.at());
        StreamSymbol stream = givens.stream(row.stream());
        if (stream == null || stream.broken() || times == null || every == null || at == null) {
            return null;
        }
        return new TestPlan.Row(stream.schema(), at, values(stream.schema(), row.values()), times, every);
    }

    void checkTotal(Name test) {
        if (total > MOST) {
            problems.report(Code.TOO_MANY_ROWS, test.span(), String.format("%,d", total));
        }
    }

    private @Nullable Integer times(Expression.@Nullable NumberLiteral times) {
        if (times == null) {
            return 1;
        }
        boolean fits = times.value().signum() > 0 && times.value().compareTo(BigDecimal.valueOf(MOST)) <= 0;
        if (!fits) {
            problems.report(Code.STRANGE_REPETITION, times.span(), times.value().toPlainString());
        }
        return fits ? times.value().intValueExact() : null;
    }

    private @Nullable Duration every(Expression every) {
        return new Literals(problems).window(every, "the time from one row to the next");
    }

    private Map<String, Object> values(StreamSchema schema, Expression.RecordLiteral record) {
        String time = schema.fields().get(schema.timeSlot()).name();
        List<TestRecord.Slot> slots = new ArrayList<>();
        for (Field field : schema.fields()) {
            String currency = field.currencySlot() < 0
                    ? null
                    : schema.fields().get(field.currencySlot()).name();
            boolean required = !field.nullable() && !field.name().equals(time);
            slots.add(new TestRecord.Slot(Target.Kind.FIELD, field.name(), field.type(), required, currency));
        }
        record.fields().stream()
                .filter(field -> field.name().text().equals(time))
                .forEach(field -> problems.report(Code.TIME_GIVEN, field.span(), time)
                        .help("leave it out: it is the time that stands before the row"));
        return new TestRecord(problems, names, schema.name(), slots).values(record);
    }
}
