package io.weir.engine.evaluate;

import io.weir.dsl.plan.AggregateFunction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A sliding window over a series, with what it holds already counted: it moves forward with the events. It is not stored; after a
 * restore it counts the series once.
 */
final class WindowCursor {

    final WindowPlan plan;
    private final Series series;
    private long from;
    private long to;
    /** The last event in whose currency differs from the one before it. */
    private long currencyChange = -1;

    private final ExactSum sum = new ExactSum();
    private final @Nullable Extremes highest;
    private final @Nullable Extremes lowest;

    WindowCursor(WindowPlan plan, Series series) {
        this.plan = plan;
        this.series = series;
        from = series.first();
        to = from;
        highest = plan.highest() ? new Extremes(1) : null;
        lowest = plan.lowest() ? new Extremes(-1) : null;
    }

    /** Takes in the events before that index, lets out those that are too old at that time. */
    void moveTo(long time, long end) {
        long oldest = plan.from(time);
        if (from == to) {
            skipTo(oldest, end);
        }
        for (; to < end; to++) {
            enter(to);
        }
        while (from < to && series.time(from) < oldest) {
            leave(from++);
        }
        if (from == to) {
            sum.clear();
        }
    }

    /** What is too old for an empty window need not enter it. */
    private void skipTo(long oldest, long end) {
        while (to < end && series.time(to) < oldest) {
            to++;
        }
        from = to;
    }

    /** The series drops its first event. */
    void forget(long index) {
        if (to <= index) {
            from = index + 1;
            to = from;
        } else if (from <= index) {
            leave(from++);
        }
    }

    private void enter(long index) {
        if (plan.sums()) {
            add(index);
        }
        if (highest != null) {
            highest.add(series, index);
        }
        if (lowest != null) {
            lowest.add(series, index);
        }
        if (series.kind == SeriesKind.MONEYS && index > from && series.currency(index) != series.currency(index - 1)) {
            currencyChange = index;
        }
    }

    private void leave(long index) {
        if (plan.sums()) {
            subtract(index);
        }
        if (highest != null) {
            highest.remove(index);
        }
        if (lowest != null) {
            lowest.remove(index);
        }
    }

    private void add(long index) {
        switch (series.kind) {
            case TIMES -> {}
            case LONGS -> sum.add(series.value(index), 0);
            case DOUBLES -> sum.add(Double.longBitsToDouble(series.value(index)));
            case DECIMALS, MONEYS -> {
                if (series.isCompact(index)) {
                    sum.add(series.value(index) >> 8, (int) (series.value(index) & Row.BIG));
                } else {
                    sum.add(series.decimal(index));
                }
            }
        }
    }

    private void subtract(long index) {
        switch (series.kind) {
            case TIMES -> {}
            case LONGS -> sum.subtract(series.value(index), 0);
            case DOUBLES -> sum.add(-Double.longBitsToDouble(series.value(index)));
            case DECIMALS, MONEYS -> {
                if (series.isCompact(index)) {
                    sum.subtract(series.value(index) >> 8, (int) (series.value(index) & Row.BIG));
                } else {
                    sum.add(series.decimal(index).negate());
                }
            }
        }
    }

    /** Leaves the aggregate's value in a register. */
    void read(AggregateFunction function, Rep wanted, Frame f, int register) {
        long count = to - from;
        if (function == AggregateFunction.COUNT) {
            f.number(register, count);
        } else if (count == 0) {
            readEmpty(function, wanted, f, register);
        } else if (isMixed()) {
            f.currencyMismatches++;
            f.missing(register);
        } else {
            readNumbers(function, f, register, count);
            if (wanted == Rep.LONG && function == AggregateFunction.AVERAGE) {
                f.number(
                        register,
                        f.asDecimal(register)
                                .setScale(0, RoundingMode.HALF_EVEN)
                                .longValueExact());
            }
            f.currency[register] = series.kind == SeriesKind.MONEYS ? series.currency(from) : 0;
        }
    }

    /** The value of an aggregate over no events. */
    static void readEmpty(AggregateFunction function, Rep wanted, Frame f, int register) {
        if (function != AggregateFunction.COUNT && function != AggregateFunction.SUM) {
            f.missing(register);
        } else if (wanted == Rep.DECIMAL || wanted == Rep.MONEY) {
            f.decimal(register, 0, 0);
            f.currency[register] = 0;
        } else {
            f.number(register, 0);
        }
    }

    private boolean isMixed() {
        return currencyChange > from;
    }

    private void readNumbers(AggregateFunction function, Frame f, int register, long count) {
        switch (function) {
            case SUM -> readSum(f, register);
            case AVERAGE -> readAverage(f, register, count);
            case HIGHEST -> read(highest, f, register);
            case LOWEST -> read(lowest, f, register);
            case COUNT -> f.number(register, count);
        }
    }

    private void readSum(Frame f, int register) {
        switch (series.kind) {
            case TIMES, LONGS -> sum.toLong(f, register);
            case DOUBLES -> f.number(register, sum.exact().doubleValue());
            case DECIMALS, MONEYS -> sum.toDecimal(f, register);
        }
    }

    private void readAverage(Frame f, int register, long count) {
        if (series.kind == SeriesKind.DOUBLES) {
            f.number(register, sum.exact().doubleValue() / count);
        } else {
            f.decimal(register, sum.exact().divide(BigDecimal.valueOf(count), Decimals.DIVISION));
        }
    }

    private void read(@Nullable Extremes extremes, Frame f, int register) {
        if (extremes == null) {
            throw new IllegalStateException("A window without its extremes is read (DEVELOPER)");
        }
        long index = extremes.best();
        switch (series.kind) {
            case TIMES, LONGS, DOUBLES -> {
                f.number(register, series.value(index));
            }
            case DECIMALS, MONEYS -> {
                if (series.isCompact(index)) {
                    f.decimal(register, series.value(index) >> 8, (int) (series.value(index) & Row.BIG));
                } else {
                    f.decimal(register, series.decimal(index));
                }
            }
        }
    }
}
