package io.weir.dsl.explain;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Values as a person writes them. */
final class Constants {

    private static final int SHOWN = 5;
    private static final BigDecimal KMH = new BigDecimal("3.6");
    private static final BigDecimal KILOMETRE = new BigDecimal(1_000);

    private Constants() {}

    static String words(Expr.Constant constant) {
        return constant.type() instanceof Type.ListOf list
                ? list((List<?>) constant.value(), list.element())
                : words(constant.value(), constant.type());
    }

    private static String list(List<?> values, Type element) {
        String shown =
                values.stream().limit(SHOWN).map(value -> words(value, element)).collect(Collectors.joining(", "));
        return values.size() > SHOWN ? "[" + shown + " and " + (values.size() - SHOWN) + " more]" : "[" + shown + "]";
    }

    private static String words(Object value, Type type) {
        if (value instanceof MoneyAmount money) {
            return plain(money.amount()) + " " + money.currency();
        } else if (value instanceof BigDecimal number && type == Type.Scalar.SPEED) {
            return plain(number.multiply(KMH).round(new MathContext(12, RoundingMode.HALF_EVEN))) + " km/h";
        } else if (value instanceof BigDecimal number && type == Type.Scalar.LENGTH) {
            boolean far = number.compareTo(KILOMETRE) >= 0;
            return far ? plain(number.movePointLeft(3)) + " km" : plain(number) + " m";
        } else if (value instanceof BigDecimal number) {
            return plain(number);
        } else if (value instanceof String text) {
            return "\"" + text + "\"";
        } else if (type == Type.Scalar.DURATION) {
            return duration(Duration.ofMillis((Long) value));
        } else if (type == Type.Scalar.TIMESTAMP) {
            return Instant.ofEpochMilli((Long) value).toString();
        }
        return value + (type == Type.Scalar.SIZE ? " bytes" : "");
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** In the largest unit that leaves no rest. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        for (Unit unit : Unit.values()) {
            if (millis % unit.millis == 0) {
                long count = millis / unit.millis;
                String name = unit.name().toLowerCase(java.util.Locale.ROOT);
                return count + " " + name + (count == 1 ? "" : "s");
            }
        }
        throw new IllegalStateException("A duration is whole milliseconds: " + duration);
    }

    private enum Unit {
        DAY(86_400_000),
        HOUR(3_600_000),
        MINUTE(60_000),
        SECOND(1_000),
        MILLISECOND(1);

        private final long millis;

        Unit(long millis) {
            this.millis = millis;
        }
    }
}
