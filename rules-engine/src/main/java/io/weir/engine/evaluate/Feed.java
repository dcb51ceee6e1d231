package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the number that an event gives to a series. */
final class Feed {

    private final EpochStream stream;
    private final List<Condition> where;
    private final SeriesKind kind;
    private final Program program;
    private final Program.@Nullable Entry operand;

    Feed(PlannedAggregate planned, EpochStream stream) {
        Aggregate aggregate = planned.aggregate();
        StreamView view = new StreamView(stream.schema(), 0);
        this.stream = stream;
        kind = planned.kind();
        where = aggregate.where() == null
                ? List.of()
                : Expressions.conjuncts(aggregate.where()).stream()
                        .map(conjunct -> Condition.of(view, conjunct, List.of()))
                        .toList();
        ProgramBuilder builder = new ProgramBuilder(view);
        Expr expr = aggregate.operand();
        operand = expr == null ? null : builder.add(expr);
        program = builder.build();
    }

    /** What has to be true of the rows that it counts. */
    List<Condition> where() {
        return where;
    }

    EpochStream stream() {
        return stream;
    }

    /** Whether the row gave one; a missing value does not. Fails with {@link RuleFailure}. */
    boolean feed(Row row, KeyState state, int number, SeriesPlan plan) {
        if (operand == null) {
            Series series = state.seriesToFeed(number, plan);
            series.add(row.time());
            series.sortLast();
            return true;
        }
        program.begin(row);
        program.run(operand);
        Frame frame = program.frame;
        if (!frame.isPresent(operand.register())) {
            return false;
        }
        Series series = state.seriesToFeed(number, plan);
        set(series, series.add(row.time()), frame, operand.register());
        series.sortLast();
        return true;
    }

    private void set(Series series, long index, Frame frame, int register) {
        switch (kind) {
            case TIMES -> {}
            case LONGS, DOUBLES -> series.setValue(index, frame.bits[register]);
            case DECIMALS, MONEYS -> {
                if (frame.ref[register] == null) {
                    series.setDecimal(index, frame.bits[register], frame.scale[register]);
                } else {
                    series.setDecimal(index, frame.asDecimal(register));
                }
                if (kind == SeriesKind.MONEYS) {
                    series.setCurrency(index, frame.currency[register]);
                }
            }
        }
    }
}
