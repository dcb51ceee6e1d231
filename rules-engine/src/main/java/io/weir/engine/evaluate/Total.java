package io.weir.engine.evaluate;

import java.math.BigDecimal;

/** The sum of a window's numbers, or of their squares. */
final class Total implements WindowPart {

    private final Series series;
    private final boolean squared;
    private final ExactSum sum = new ExactSum();

    Total(Series series, boolean squared) {
        this.series = series;
        this.squared = squared;
    }

    ExactSum sum() {
        return sum;
    }

    @Override
    public void enter(long index) {
        add(index, 1);
    }

    @Override
    public void leave(long index) {
        add(index, -1);
    }

    @Override
    public void restart(long index) {
        sum.clear();
    }

    private void add(long index, int sign) {
        SeriesValues values = series.values(index);
        switch (values.kind) {
            case TIMES, TEXTS -> {}
            case LONGS -> add(values.bits(index), 0, sign);
            case DOUBLES -> add(Double.longBitsToDouble(values.bits(index)), sign);
            case DECIMALS, MONEYS -> {
                if (values.isCompact(index)) {
                    add(values.bits(index) >> 8, (int) (values.bits(index) & Row.BIG), sign);
                } else {
                    add(values.decimal(index), sign);
                }
            }
        }
    }

    private void add(long value, int scale, int sign) {
        long square = value * value;
        if (!squared) {
            addSigned(value, scale, sign);
        } else if (Math.multiplyHigh(value, value) == square >> 63) {
            addSigned(square, scale * 2, sign);
        } else {
            add(BigDecimal.valueOf(value, scale), sign);
        }
    }

    private void addSigned(long value, int scale, int sign) {
        if (sign > 0) {
            sum.add(value, scale);
        } else {
            sum.subtract(value, scale);
        }
    }

    private void add(double value, int sign) {
        if (!squared) {
            sum.add(sign * value);
        } else if (value == (int) value) {
            add((long) value, 0, sign);
        } else {
            add(new BigDecimal(value), sign);
        }
    }

    private void add(BigDecimal value, int sign) {
        BigDecimal summand = squared ? value.multiply(value) : value;
        sum.add(sign > 0 ? summand : summand.negate());
    }
}
