package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;

/**
 * Computes an aggregate of what a window holds.
 *
 * @param rank of a percentile; of the median where there is none
 * @param wanted how the value stands in a register
 * @param currency of a money that has always the same; otherwise 0: an empty sum is zero in any currency
 */
record Reading(AggregateFunction function, Rank rank, Rep wanted, long currency) {

    static Reading of(Aggregate aggregate) {
        return new Reading(
                aggregate.function(),
                aggregate.rank() == null ? Rank.MEDIAN : Rank.of(aggregate.rank()),
                Rep.of(aggregate.type()),
                aggregate.type() instanceof Type.Money money && money.currency() != null
                        ? Currencies.pack(money.currency())
                        : 0);
    }

    /** The value over no events. */
    void readEmpty(Frame f, int register) {
        switch (function) {
            case COUNT, DISTINCT -> f.number(register, 0);
            case SUM -> readZero(f, register);
            case AVERAGE, HIGHEST, LOWEST, STDDEV, FIRST, LAST, MEDIAN, PERCENTILE -> f.missing(register);
        }
    }

    private void readZero(Frame f, int register) {
        if (wanted == Rep.DECIMAL || wanted == Rep.MONEY) {
            f.decimal(register, 0, 0);
            f.currency[register] = currency;
        } else {
            f.number(register, 0);
        }
    }

    void read(WindowCursor window, Frame f, int register) {
        if (window.count() == 0) {
            readEmpty(f, register);
            return;
        }
        switch (function) {
            case COUNT -> f.number(register, window.count());
            case DISTINCT -> f.number(register, ((Different) window.part(Measure.DIFFERENT)).count());
            case FIRST -> readAt(window.first(), window, f, register);
            case LAST -> readAt(window.last(), window, f, register);
            case SUM, AVERAGE, STDDEV, HIGHEST, LOWEST, MEDIAN, PERCENTILE -> readTogether(window, f, register);
        }
    }

    /** What amounts of two currencies do not have together. */
    private void readTogether(WindowCursor window, Frame f, int register) {
        if (window.hasTwoCurrencies()) {
            f.unmet.currencies++;
            f.missing(register);
            return;
        }
        switch (function) {
            case HIGHEST -> ((Extremes) window.part(Measure.HIGHEST)).read(f, register);
            case LOWEST -> ((Extremes) window.part(Measure.LOWEST)).read(f, register);
            case MEDIAN, PERCENTILE -> readAt(ranked(window), window, f, register);
            case SUM -> readSum(window, f, register);
            case AVERAGE -> readAverage(total(window).exact(), BigDecimal.valueOf(window.count()), f, register);
            case STDDEV -> readDeviation(window, f, register);
            case COUNT, DISTINCT, FIRST, LAST -> throw new IllegalStateException(function + " (DEVELOPER)");
        }
        f.currency[register] = currency(window);
    }

    private long ranked(WindowCursor window) {
        return ((Ranks) window.part(Measure.RANKS)).at(rank.of(window.count()));
    }

    private void readAt(long index, WindowCursor window, Frame f, int register) {
        window.series().values(index).read(index, wanted, f, register);
    }

    /** An aggregate of panes, whose entries are an event each, or say how many there were. */
    void readPanes(WindowCursor values, Frame f, int register) {
        if (function == AggregateFunction.COUNT) {
            total(values).toLong(f, register);
        } else {
            read(values, f, register);
        }
    }

    /** One of panes whose entries are sums, with how many they are of. */
    void readPanes(WindowCursor sums, WindowCursor counts, WindowCursor squares, Frame f, int register) {
        if (sums.count() == 0) {
            readEmpty(f, register);
        } else if (sums.hasTwoCurrencies()) {
            f.unmet.currencies++;
            f.missing(register);
        } else {
            readSums(sums, total(counts).exact(), squares, f, register);
            f.currency[register] = currency(sums);
        }
    }

    private void readSums(WindowCursor sums, BigDecimal count, WindowCursor squares, Frame f, int register) {
        switch (function) {
            case SUM -> readSum(sums, f, register);
            case AVERAGE -> readAverage(total(sums).exact(), count, f, register);
            case STDDEV ->
                readDeviation(total(sums).exact(), count, total(squares).exact(), f, register);
            default -> throw new IllegalStateException(function + " (DEVELOPER)");
        }
    }

    private static long currency(WindowCursor window) {
        return window.series().values(window.first()).currency(window.first());
    }

    private void readSum(WindowCursor window, Frame f, int register) {
        ExactSum sum = total(window);
        switch (wanted) {
            case LONG -> sum.toLong(f, register);
            case DOUBLE -> f.number(register, sum.exact().doubleValue());
            case DECIMAL, MONEY -> sum.toDecimal(f, register);
            case BOOL, TEXT, GEO, LIST -> throw new IllegalStateException("A sum of " + wanted + " (DEVELOPER)");
        }
    }

    private void readAverage(BigDecimal sum, BigDecimal count, Frame f, int register) {
        if (wanted == Rep.DOUBLE) {
            f.number(register, sum.doubleValue() / count.doubleValue());
        } else {
            f.decimal(register, sum.divide(count, Decimals.DIVISION));
        }
    }

    private void readDeviation(WindowCursor window, Frame f, int register) {
        BigDecimal squares = sum(window, Measure.SUM_OF_SQUARES).exact();
        readDeviation(total(window).exact(), BigDecimal.valueOf(window.count()), squares, f, register);
    }

    /** The sample's: {@code √((n Σx² − (Σx)²) / (n (n − 1)))}, exact up to the division. */
    private void readDeviation(BigDecimal sum, BigDecimal count, BigDecimal squares, Frame f, int register) {
        if (count.compareTo(BigDecimal.ONE) <= 0) {
            f.missing(register);
            return;
        }
        BigDecimal variance = count.multiply(squares)
                .subtract(sum.multiply(sum))
                .divide(count.multiply(count.subtract(BigDecimal.ONE)), Decimals.DIVISION);
        if (wanted == Rep.DOUBLE) {
            f.number(register, Math.sqrt(variance.doubleValue()));
        } else {
            f.decimal(register, variance.sqrt(Decimals.DIVISION));
        }
    }

    private static ExactSum total(WindowCursor window) {
        return sum(window, Measure.SUM);
    }

    private static ExactSum sum(WindowCursor window, Measure measure) {
        return ((Total) window.part(measure)).sum();
    }
}
