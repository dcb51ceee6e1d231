package io.weir.engine.naive;

import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Values as texts show them. */
final class Texts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String[] UNITS = {"day", "hour", "minute", "second", "millisecond"};
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};

    private Texts() {}

    static String of(@Nullable Object value, Type type) {
        if (value == null) {
            return "(missing)";
        } else if (type == Type.Scalar.TIMESTAMP) {
            return TIME.format(Instant.ofEpochMilli((Long) value));
        } else if (type == Type.Scalar.DURATION) {
            return duration((Long) value);
        } else if (value instanceof MoneyAmount money) {
            return money(money);
        } else if (value instanceof BigDecimal decimal) {
            return plain(decimal);
        } else if (value instanceof Double number) {
            return plain(BigDecimal.valueOf(number));
        }
        return value.toString();
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    // "With its ISO digits" is read as: no more and no fewer, half even. Zero of any currency, which an empty sum is
    // where the
    // currency is in a field, is shown as the number alone.
    private static String money(MoneyAmount money) {
        if (money.currency().isEmpty()) {
            return plain(money.amount());
        }
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return money.amount().setScale(digits, RoundingMode.HALF_EVEN).toPlainString() + " " + money.currency();
    }

    // The page does not say how durations are shown; a test of the engine says: in the largest unit that leaves no
    // rest.
    private static String duration(long millis) {
        for (int unit = 0; ; unit++) {
            if (millis % MILLIS[unit] == 0 && (millis != 0 || MILLIS[unit] == 1)) {
                long count = millis / MILLIS[unit];
                return count + " " + UNITS[unit] + (count == 1 ? "" : "s");
            }
        }
    }
}
