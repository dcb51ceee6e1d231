package io.weir.engine.evaluate;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Values of one kind for a series, small ones that come again and again, or any. */
record RandomValues(Random random, SeriesKind kind, boolean big) {

    Object any() {
        return switch (kind) {
            case TIMES -> 0L;
            case LONGS -> big ? random.nextLong() >> random.nextInt(60) : (Object) (long) (random.nextInt(9) - 4);
            case DOUBLES -> big ? random.nextGaussian() * 1e9 : (Object) (random.nextInt(9) / 2.0 - 2);
            case DECIMALS -> decimal();
            case MONEYS -> new MoneyAmount(decimal(), random.nextInt(big ? 4 : 30) == 0 ? "USD" : "EUR");
            case TEXTS -> big ? "x".repeat(random.nextInt(20)) + random.nextInt(30) : "" + random.nextInt(4);
        };
    }

    private BigDecimal decimal() {
        BigDecimal value = new BigDecimal(
                big ? new BigInteger(random.nextInt(90), random) : BigInteger.valueOf(random.nextInt(9)),
                random.nextInt(3));
        return random.nextBoolean() ? value.negate() : value.multiply(new BigDecimal("1.000"));
    }

    static void set(Series series, long index, Object value) {
        if (value instanceof Double number) {
            series.setValue(index, Double.doubleToRawLongBits(number));
        } else if (value instanceof BigDecimal decimal) {
            setDecimal(series, index, decimal);
        } else if (value instanceof MoneyAmount money) {
            setDecimal(series, index, money.amount());
            series.setCurrency(index, Currencies.pack(money.currency()));
        } else if (value instanceof String) {
            byte[] text = ("(" + value + ")").getBytes(StandardCharsets.UTF_8);
            series.setText(index, text, 1, text.length - 2);
        } else if (series.kind() != SeriesKind.TIMES) {
            series.setValue(index, (Long) value);
        }
    }

    private static void setDecimal(Series series, long index, BigDecimal value) {
        if (value.unscaledValue().bitLength() < 64 && value.scale() >= 0) {
            series.setDecimal(index, value.unscaledValue().longValue(), value.scale());
        } else {
            series.setDecimal(index, value);
        }
    }

    /** An empty sum. */
    Object zero() {
        return switch (kind) {
            case TIMES, LONGS, TEXTS -> 0L;
            case DOUBLES -> 0.0;
            case DECIMALS -> BigDecimal.ZERO;
            case MONEYS -> new MoneyAmount(BigDecimal.ZERO, "");
        };
    }

    Type type(AggregateFunction function) {
        return switch (function) {
            case COUNT, DISTINCT -> Type.Scalar.INT;
            case AVERAGE, STDDEV -> kind == SeriesKind.LONGS ? Type.Scalar.DECIMAL : type();
            default -> type();
        };
    }

    private Type type() {
        return switch (kind) {
            case TIMES, LONGS -> Type.Scalar.INT;
            case DOUBLES -> Type.Scalar.FLOAT;
            case DECIMALS -> Type.Scalar.DECIMAL;
            case MONEYS -> new Type.Money(null);
            case TEXTS -> Type.Scalar.TEXT;
        };
    }
}
