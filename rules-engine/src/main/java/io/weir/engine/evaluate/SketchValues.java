package io.weir.engine.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How a value stands in a sketch: where different ones are counted as 64 bits of a hash, equal where values are the same; where they are
 * put in order as the bits of a float. Both are stored, so they never change.
 */
final class SketchValues {

    /** What a float holds of a decimal. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final long LARGEST_INT = 1L << 53;
    private static final double[] POWERS = new double[23];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private SketchValues() {}

    /** A hash of the value in a register. */
    static long hash(SeriesKind kind, Frame f, int register) {
        return switch (kind) {
            case TIMES, LONGS -> StableHash.wide(f.bits[register]);
            case DOUBLES -> StableHash.wide(Double.doubleToLongBits(f.asDouble(register) + 0.0));
            case DECIMALS -> hash(f, register, 0);
            case MONEYS -> hash(f, register, f.currency[register]);
            case TEXTS -> StableHash.wide(0, f.asBytes(register), f.from(register), f.length(register));
        };
    }

    private static long hash(Frame f, int register, long currency) {
        if (f.ref[register] == null) {
            return hash(f.bits[register], f.scale[register], currency);
        }
        BigDecimal plain = Decimals.plain(f.asDecimal(register));
        if (Decimals.isLong(plain)) {
            return hash(plain.unscaledValue().longValue(), plain.scale(), currency);
        }
        byte[] digits = plain.unscaledValue().toByteArray();
        return StableHash.wide(StableHash.wide(currency) ^ plain.scale(), digits, 0, digits.length);
    }

    private static long hash(long unscaled, int scale, long currency) {
        long rest = unscaled;
        int digits = rest == 0 ? 0 : scale;
        while (digits > 0 && rest % 10 == 0) {
            rest /= 10;
            digits--;
        }
        return StableHash.wide(StableHash.wide(rest ^ StableHash.wide(digits)) ^ currency);
    }

    /** The bits of the float nearest to the value in a register. Fails with {@link RuleFailure}. */
    static long number(SeriesKind kind, Frame f, int register) {
        double number = switch (kind) {
            case LONGS -> (double) f.bits[register];
            case DOUBLES -> f.asDouble(register);
            case DECIMALS, MONEYS -> decimal(f, register);
            case TIMES, TEXTS -> throw new IllegalStateException(kind + " have no order (DEVELOPER)");
        };
        if (!Double.isFinite(number)) {
            throw new RuleFailure("a number beyond all floats");
        }
        return Double.doubleToLongBits(number + 0.0);
    }

    private static double decimal(Frame f, int register) {
        long unscaled = f.bits[register];
        int scale = f.scale[register];
        boolean exact =
                f.ref[register] == null && scale < POWERS.length && -LARGEST_INT <= unscaled && unscaled <= LARGEST_INT;
        return exact ? unscaled / POWERS[scale] : f.asDecimal(register).doubleValue();
    }

    /** Leaves a value that was put in order in a register. */
    static void read(double number, Rep wanted, Frame f, int register) {
        switch (wanted) {
            case LONG -> f.number(register, Math.round(number));
            case DOUBLE -> f.number(register, number);
            case DECIMAL, MONEY ->
                f.decimal(register, Decimals.plain(BigDecimal.valueOf(number).round(DIGITS)));
            case BOOL, TEXT, GEO, LIST -> throw new IllegalStateException(wanted + " have no order (DEVELOPER)");
        }
    }
}
