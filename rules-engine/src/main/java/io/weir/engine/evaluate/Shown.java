package io.weir.engine.evaluate;

import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.plan.MoneyAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Values as the texts of alerts show them. */
final class Shown {

    static final String MISSING = "(missing)";

    private static final String[] UNITS = {"week", "day", "hour", "minute", "second", "millisecond"};
    private static final long[] MILLIS = {604_800_000, 86_400_000, 3_600_000, 60_000, 1_000, 1};

    private Shown() {}

    static String value(@Nullable Object value) {
        if (value == null) {
            return MISSING;
        } else if (value instanceof BigDecimal decimal) {
            return plain(decimal);
        } else if (value instanceof Double number) {
            return floating(number);
        }
        return value instanceof MoneyAmount money ? money(money) : value.toString();
    }

    static String time(long millis) {
        return AlertJson.time(millis);
    }

    /** In the largest unit that divides it: 90 seconds, 2 hours. */
    static String duration(long millis) {
        int unit = 0;
        while (millis % MILLIS[unit] != 0 || millis == 0 && unit < UNITS.length - 1) {
            unit++;
        }
        long count = millis / MILLIS[unit];
        return count + " " + UNITS[unit] + (count == 1 ? "" : "s");
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    private static String floating(double number) {
        double size = Math.abs(number);
        return size == 0 || size >= 1e-6 && size < 1e15 ? plain(BigDecimal.valueOf(number)) : Double.toString(number);
    }

    /** With the currency's own number of digits. */
    private static String money(MoneyAmount money) {
        if (money.currency().isEmpty()) {
            return plain(money.amount());
        }
        return digits(money) + " " + money.currency();
    }

    private static String digits(MoneyAmount money) {
        int digits;
        try {
            digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return plain(money.amount());
        }
        return digits < 0
                ? plain(money.amount())
                : money.amount().setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
}
