package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;
import org.jspecify.annotations.Nullable;

/** Computes the number that an event gives to a series. */
final class Feed {

    private final EpochStream stream;
    private final SeriesKind kind;
    private final Program program;
    private final Program.@Nullable Entry operand;

    Feed(Aggregate aggregate, EpochStream stream) {
        this.stream = stream;
        kind = SeriesKind.of(aggregate);
        ProgramBuilder builder = new ProgramBuilder(new StreamView(stream.schema(), 0));
        Expr expr = aggregate.operand();
        operand = expr == null ? null : builder.add(expr);
        program = builder.build();
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
