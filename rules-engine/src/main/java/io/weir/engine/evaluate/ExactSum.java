package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A running sum that numbers enter and leave, exact whatever their order: in a long and a scale while it fits, in BigDecimal beyond.
 * Floats are summed exactly too, so that a sum does not depend on what has left it.
 */
final class ExactSum {

    private static final double EXACT_LONGS = 1L << 53;

    private long unscaled;
    private int scale;
    private @Nullable BigDecimal big;

    void clear() {
        unscaled = 0;
        scale = 0;
        big = null;
    }

    void add(long value, int valueScale) {
        if (big == null) {
            int common = Math.max(scale, valueScale);
            if (Decimals.fits(unscaled, common - scale) && Decimals.fits(value, common - valueScale)) {
                long left = unscaled * Decimals.power(common - scale);
                long right = value * Decimals.power(common - valueScale);
                long sum = left + right;
                if (((left ^ sum) & (right ^ sum)) >= 0) {
                    unscaled = sum;
                    scale = common;
                    return;
                }
            }
        }
        add(BigDecimal.valueOf(value, valueScale));
    }

    void subtract(long value, int valueScale) {
        if (value == Long.MIN_VALUE) {
            add(BigDecimal.valueOf(value, valueScale).negate());
        } else {
            add(-value, valueScale);
        }
    }

    void add(BigDecimal value) {
        BigDecimal sum = exact().add(value);
        if (sum.unscaledValue().bitLength() < 63 && sum.scale() >= 0) {
            unscaled = sum.unscaledValue().longValue();
            scale = sum.scale();
            big = null;
        } else {
            big = sum;
        }
    }

    void add(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT_LONGS) {
            add((long) value, 0);
        } else {
            add(new BigDecimal(value));
        }
    }

    /** Adds a decimal of a series. */
    void add(SeriesValues values, long index) {
        if (values.isCompact(index)) {
            add(values.bits(index) >> 8, (int) (values.bits(index) & Row.BIG));
        } else {
            add(values.decimal(index));
        }
    }

    /** Leaves it in a series as a decimal. */
    void toSeries(Series series, long index) {
        if (big == null) {
            series.setDecimal(index, unscaled, scale);
        } else {
            series.setDecimal(index, big);
        }
    }

    /** Whether it is beyond a long, its scale, its number. */
    void write(DataOutput out) throws IOException {
        BigDecimal beyond = big;
        out.writeBoolean(beyond != null);
        if (beyond == null) {
            Varints.write(out, scale);
            Varints.writeSigned(out, unscaled);
        } else {
            ValuesCodec.writeBig(beyond, out);
        }
    }

    void read(DataInput in) throws IOException {
        if (in.readBoolean()) {
            big = ValuesCodec.readBig(in);
        } else {
            scale = Varints.readCount(in);
            unscaled = Varints.readSigned(in);
        }
    }

    BigDecimal exact() {
        return big == null ? BigDecimal.valueOf(unscaled, scale) : big;
    }

    /** Leaves it in a register as a decimal. */
    void toDecimal(Frame f, int register) {
        if (big == null) {
            f.decimal(register, unscaled, scale);
        } else {
            f.decimal(register, big);
        }
    }

    /** Leaves it in a register as an int; beyond 64 bits the rule fails. */
    void toLong(Frame f, int register) {
        BigDecimal exact = big;
        if (exact == null) {
            f.number(register, unscaled);
        } else if (exact.scale() == 0 && exact.unscaledValue().bitLength() < Long.SIZE) {
            f.number(register, exact.unscaledValue().longValue());
        } else {
            throw new RuleFailure("a sum beyond 64 bits");
        }
    }
}
