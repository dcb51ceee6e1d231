package io.weir.engine.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A percentile: which of so many values in their order it is, by nearest rank. */
record Rank(BigInteger numerator, BigInteger denominator, boolean small) {

    static final Rank MEDIAN = of(BigDecimal.valueOf(50));

    /** @param percent above 0, up to 100 */
    static Rank of(BigDecimal percent) {
        BigDecimal plain = Decimals.plain(percent);
        BigInteger denominator = BigInteger.TEN.pow(plain.scale() + 2);
        return new Rank(plain.unscaledValue(), denominator, denominator.bitLength() < Integer.SIZE);
    }

    /** {@code ⌈count · percent / 100⌉} */
    long of(long count) {
        if (small) {
            long divisor = denominator.longValue();
            return (count * numerator.longValue() + divisor - 1) / divisor;
        }
        return new BigDecimal(numerator.multiply(BigInteger.valueOf(count)))
                .divide(new BigDecimal(denominator), 0, RoundingMode.CEILING)
                .longValueExact();
    }
}
