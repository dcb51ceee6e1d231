package io.weir.engine.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;

/** Exact decimal arithmetic on registers: in longs while they fit, in BigDecimal beyond. */
final class Decimals {

    static final MathContext DIVISION = MathContext.DECIMAL128;

    /** Beyond this a rule multiplies without end. */
    private static final int MAX_DIGITS = 1_000;

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Decimals() {}

    static void add(Frame f, int to, int a, int b) {
        if (f.ref[a] == null && f.ref[b] == null) {
            int scale = Math.max(f.scale[a], f.scale[b]);
            if (fits(f.bits[a], scale - f.scale[a]) && fits(f.bits[b], scale - f.scale[b])) {
                long left = f.bits[a] * POWERS[scale - f.scale[a]];
                long right = f.bits[b] * POWERS[scale - f.scale[b]];
                long sum = left + right;
                if (((left ^ sum) & (right ^ sum)) >= 0) {
                    f.decimal(to, sum, scale);
                    return;
                }
            }
        }
        f.decimal(to, checked(f.asDecimal(a).add(f.asDecimal(b))));
    }

    static void negate(Frame f, int to, int a) {
        if (f.ref[a] == null && f.bits[a] != Long.MIN_VALUE) {
            f.decimal(to, -f.bits[a], f.scale[a]);
        } else {
            f.decimal(to, f.asDecimal(a).negate());
        }
    }

    static void subtract(Frame f, int to, int a, int b) {
        if (f.ref[a] == null && f.ref[b] == null) {
            int scale = Math.max(f.scale[a], f.scale[b]);
            if (fits(f.bits[a], scale - f.scale[a]) && fits(f.bits[b], scale - f.scale[b])) {
                long left = f.bits[a] * POWERS[scale - f.scale[a]];
                long right = f.bits[b] * POWERS[scale - f.scale[b]];
                long difference = left - right;
                if (((left ^ right) & (left ^ difference)) >= 0) {
                    f.decimal(to, difference, scale);
                    return;
                }
            }
        }
        f.decimal(to, checked(f.asDecimal(a).subtract(f.asDecimal(b))));
    }

    static void multiply(Frame f, int to, int a, int b) {
        if (f.ref[a] == null && f.ref[b] == null) {
            long high = Math.multiplyHigh(f.bits[a], f.bits[b]);
            long low = f.bits[a] * f.bits[b];
            if (high == low >> 63) {
                f.decimal(to, low, f.scale[a] + f.scale[b]);
                return;
            }
        }
        f.decimal(to, checked(f.asDecimal(a).multiply(f.asDecimal(b))));
    }

    /** By zero it is missing. */
    static void divide(Frame f, int to, int a, int b) {
        BigDecimal divisor = f.asDecimal(b);
        if (divisor.signum() == 0) {
            f.missing(to);
        } else {
            f.decimal(to, f.asDecimal(a).divide(divisor, DIVISION));
        }
    }

    /** With the dividend's sign; by zero it is missing. */
    static void remainder(Frame f, int to, int a, int b) {
        BigDecimal divisor = f.asDecimal(b);
        if (divisor.signum() == 0) {
            f.missing(to);
        } else {
            f.decimal(to, f.asDecimal(a).remainder(divisor));
        }
    }

    static int compare(Frame f, int a, int b) {
        if (f.ref[a] == null && f.ref[b] == null) {
            return compare(f.bits[a], f.scale[a], f.bits[b], f.scale[b]);
        }
        return f.asDecimal(a).compareTo(f.asDecimal(b));
    }

    static int compare(long left, int leftScale, long right, int rightScale) {
        if (leftScale == rightScale) {
            return Long.compare(left, right);
        }
        int scale = Math.max(leftScale, rightScale);
        if (fits(left, scale - leftScale) && fits(right, scale - rightScale)) {
            return Long.compare(left * POWERS[scale - leftScale], right * POWERS[scale - rightScale]);
        }
        return BigDecimal.valueOf(left, leftScale).compareTo(BigDecimal.valueOf(right, rightScale));
    }

    /** Equal for equal numbers, whatever their scales. */
    static int hash(long unscaled, int scale) {
        long rest = unscaled;
        int digits = rest == 0 ? 0 : scale;
        while (digits > 0 && rest % 10 == 0) {
            rest /= 10;
            digits--;
        }
        return StableHash.of(rest * 31 + digits);
    }

    static int hash(BigDecimal value) {
        BigDecimal plain = plain(value);
        return isLong(plain) ? hash(plain.unscaledValue().longValue(), plain.scale()) : plain.hashCode();
    }

    /** The form that equal numbers share: without trailing zeros behind the point, nor powers of ten before it. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static boolean isLong(BigDecimal value) {
        return value.unscaledValue().bitLength() < Long.SIZE;
    }

    /** Whether the value times ten to that power is a long. */
    static boolean fits(long value, int power) {
        return power == 0
                || power < POWERS.length && Math.multiplyHigh(value, POWERS[power]) == value * POWERS[power] >> 63;
    }

    static long power(int exponent) {
        return POWERS[exponent];
    }

    static BigDecimal checked(BigDecimal value) {
        if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw new RuleFailure("a decimal of more than " + MAX_DIGITS + " digits");
        }
        return value;
    }
}
