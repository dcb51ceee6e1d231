package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the value that an event gives to a series. */
final class Feed {

    private final EpochStream stream;
    private final List<Condition> where;
    private final SeriesKind kind;
    private final @Nullable Type type;
    private final @Nullable Link link;
    /** Null where each event is kept. */
    private final @Nullable CountedEvent forPanes;

    private final Program program;
    private final Program.@Nullable Entry operand;

    Feed(PlannedAggregate planned, EpochStream stream, Reference reference) {
        Aggregate aggregate = planned.aggregate();
        StreamView view = new StreamView(stream.schema(), 0);
        this.stream = stream;
        kind = planned.kind();
        forPanes = planned.panes() == null ? null : new CountedEvent(kind);
        link = Link.ofCounted(aggregate, stream.schema());
        where = aggregate.where() == null
                ? List.of()
                : Expressions.conjuncts(aggregate.where()).stream()
                        .filter(conjunct -> !Link.isLink(conjunct))
                        .map(conjunct -> Condition.of(view, conjunct, List.of()))
                        .toList();
        ProgramBuilder builder = new ProgramBuilder(view, reference);
        Expr expr = aggregate.operand();
        operand = expr == null ? null : builder.add(expr);
        type = expr == null ? null : expr.type();
        program = builder.build();
    }

    /** What has to be true of the rows that it counts. */
    List<Condition> where() {
        return where;
    }

    EpochStream stream() {
        return stream;
    }

    /** Whether there is a series for each value that is compared with the triggering event. */
    boolean isSplit() {
        return link != null;
    }

    /**
     * Feeds a row to its series, which is answered; null where the row passes no aggregate's {@code where}, or makes no difference.
     * Fails with {@link RuleFailure}.
     */
    @Nullable
    Series feed(Row row, KeyState state, int number) {
        if (link != null && !link.read(row)) {
            return null;
        }
        program.begin(row);
        if (operand != null && !hasValue(operand)) {
            return forPanes != null ? null : skip((KeySeries) state.part(number), row, state.clockAt(row.time()));
        }
        if (forPanes != null) {
            feed((PanedSeries) state.open(number), forPanes, row.time(), state.clock());
            return null;
        }
        Series series = ((KeySeries) state.open(number)).toFeed(link, row.time(), state.clock());
        series.expireChunks(state.clock());
        long index = series.add(row.time());
        if (operand != null) {
            set(series, index, program.frame, operand.register());
        }
        series.sortLast();
        series.expire(state.clockAt(row.time()));
        return series;
    }

    private void feed(PanedSeries panes, CountedEvent event, long time, long clock) {
        Series series = event.begin(time);
        if (operand != null) {
            set(series, series.first(), program.frame, operand.register());
        }
        panes.take(event, clock);
    }

    /** Computes the value that a row gives, and leaves it in a register, which is answered; -1 where it has none. */
    int compute(Row row) {
        program.begin(row);
        return operand != null && hasValue(operand) ? operand.register() : -1;
    }

    Frame frame() {
        return program.frame;
    }

    SeriesKind kind() {
        return kind;
    }

    /** A float without bounds has no sum. */
    private boolean hasValue(Program.Entry entry) {
        program.run(entry);
        Frame frame = program.frame;
        if (!frame.isPresent(entry.register())) {
            return false;
        } else if (kind == SeriesKind.DOUBLES && !Double.isFinite(frame.asDouble(entry.register()))) {
            throw new RuleFailure("a float beyond all bounds");
        }
        return true;
    }

    private @Nullable Series skip(@Nullable KeySeries known, Row row, long clock) {
        Series series = known == null ? null : known.toRead(link);
        if (series == null || series.retention().events() == 0) {
            return null;
        }
        series.skipAt(row.time());
        series.expire(clock);
        return series;
    }

    private void set(Series series, long index, Frame frame, int register) {
        switch (kind) {
            case TIMES -> {}
            case LONGS, DOUBLES -> series.setValue(index, frame.bits[register]);
            case TEXTS -> setText(series, index, frame, register);
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

    private void setText(Series series, long index, Frame frame, int register) {
        byte[] bytes = frame.asBytes(register);
        if (type instanceof Type.ListOf list) {
            byte[] packed = Lists.pack(bytes, frame.bits[register], list.element());
            series.setText(index, packed, 0, packed.length);
        } else if (type == Type.Scalar.GEO) {
            series.setText(index, bytes, (int) frame.bits[register], 2 * Double.BYTES);
        } else {
            series.setText(index, bytes, frame.from(register), frame.length(register));
        }
    }
}
