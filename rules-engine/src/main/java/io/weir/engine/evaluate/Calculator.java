package io.weir.engine.evaluate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.weir.dsl.plan.MoneyAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The language's operators and functions on plain objects: all that MVEL may call, and public only for that. Values are as in
 * {@link Frame#boxed}; null is a missing one.
 */
public final class Calculator {

    private Calculator() {}

    public static @Nullable Object add(@Nullable Object a, @Nullable Object b) {
        return arithmetic(a, b, Math::addExact, BigDecimal::add, Double::sum);
    }

    public static @Nullable Object subtract(@Nullable Object a, @Nullable Object b) {
        return arithmetic(a, b, Math::subtractExact, BigDecimal::subtract, (x, y) -> x - y);
    }

    public static @Nullable Object multiply(@Nullable Object a, @Nullable Object b) {
        return arithmetic(a, b, Math::multiplyExact, BigDecimal::multiply, (x, y) -> x * y);
    }

    /** Of ints a decimal. By zero it is missing. */
    public static @Nullable Object divide(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null || isZero(b)) {
            return null;
        }
        return arithmetic(
                a instanceof Long ? toDecimal(a) : a,
                b,
                (x, y) -> x / y,
                (x, y) -> x.divide(y, Decimals.DIVISION),
                (x, y) -> x / y);
    }

    /** By zero it is missing. */
    public static @Nullable Object remainder(@Nullable Object a, @Nullable Object b) {
        return b == null || isZero(b)
                ? null
                : arithmetic(a, b, (x, y) -> x % y, BigDecimal::remainder, (x, y) -> x % y);
    }

    private static boolean isZero(Object value) {
        return value instanceof Double number ? number == 0 : amount(value).signum() == 0;
    }

    private static @Nullable Object arithmetic(
            @Nullable Object a,
            @Nullable Object b,
            BinaryOperator<Long> whole,
            BinaryOperator<BigDecimal> exact,
            BinaryOperator<Double> floating) {
        if (a == null || b == null) {
            return null;
        } else if (a instanceof Double || b instanceof Double) {
            double result = floating.apply(((Number) a).doubleValue(), ((Number) b).doubleValue());
            return Double.isNaN(result) ? null : result;
        } else if (a instanceof Long left && b instanceof Long right) {
            return whole.apply(left, right);
        }
        BigDecimal result = Decimals.checked(exact.apply(amount(a), amount(b)));
        return withCurrency(a, b, result);
    }

    private static @Nullable Object withCurrency(Object a, Object b, BigDecimal result) {
        if (a instanceof MoneyAmount left && b instanceof MoneyAmount right) {
            return meet(left, right)
                    ? new MoneyAmount(result, left.currency().isEmpty() ? right.currency() : left.currency())
                    : null;
        } else if (a instanceof MoneyAmount money) {
            return new MoneyAmount(result, money.currency());
        }
        return b instanceof MoneyAmount money ? new MoneyAmount(result, money.currency()) : result;
    }

    private static boolean meet(MoneyAmount a, MoneyAmount b) {
        return a.currency().equals(b.currency())
                || a.currency().isEmpty()
                || b.currency().isEmpty();
    }

    private static BigDecimal amount(Object value) {
        if (value instanceof MoneyAmount money) {
            return money.amount();
        } else if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        return value instanceof Double number
                ? BigDecimal.valueOf(number)
                : BigDecimal.valueOf(((Number) value).longValue());
    }

    public static @Nullable Object negate(@Nullable Object a) {
        return a == null ? null : a instanceof Double number ? -number : subtract(0L, a);
    }

    public static @Nullable Object toInt(@Nullable Object a) {
        return a == null || a instanceof Long
                ? a
                : (Object) amount(a).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    public static @Nullable Object toDecimal(@Nullable Object a) {
        return a == null ? null : amount(a);
    }

    public static @Nullable Object toFloat(@Nullable Object a) {
        return a == null || a instanceof Double ? a : (Object) amount(a).doubleValue();
    }

    public static @Nullable Object greater(@Nullable Object a, @Nullable Object b) {
        return test(a, b, Conditions.GREATER);
    }

    public static @Nullable Object atLeast(@Nullable Object a, @Nullable Object b) {
        return test(a, b, Conditions.AT_LEAST);
    }

    public static @Nullable Object less(@Nullable Object a, @Nullable Object b) {
        return test(a, b, Conditions.LESS);
    }

    public static @Nullable Object atMost(@Nullable Object a, @Nullable Object b) {
        return test(a, b, Conditions.AT_MOST);
    }

    public static @Nullable Object equal(@Nullable Object a, @Nullable Object b) {
        return test(a, b, Conditions.EQUAL);
    }

    public static @Nullable Object notEqual(@Nullable Object a, @Nullable Object b) {
        return test(a, b, Conditions.NOT_EQUAL);
    }

    private static @Nullable Object test(@Nullable Object a, @Nullable Object b, int condition) {
        if (a == null
                || b == null
                || a instanceof MoneyAmount left && b instanceof MoneyAmount right && !meet(left, right)) {
            return null;
        }
        return Conditions.holds(compare(a, b), condition);
    }

    private static int compare(Object a, Object b) {
        if (a instanceof String left) {
            return java.util.Arrays.compareUnsigned(
                    left.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    ((String) b).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } else if (a instanceof Boolean left) {
            return left.compareTo((Boolean) b);
        } else if (a instanceof Double || b instanceof Double) {
            return Double.compare(((Number) a).doubleValue() + 0.0, ((Number) b).doubleValue() + 0.0);
        }
        return amount(a).compareTo(amount(b));
    }

    public static @Nullable Object contains(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? null : (Object) ((String) a).contains((String) b);
    }

    public static @Nullable Object startsWith(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? null : (Object) ((String) a).startsWith((String) b);
    }

    public static @Nullable Object endsWith(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? null : (Object) ((String) a).endsWith((String) b);
    }

    /** Whether the pattern (RE2: linear time) matches somewhere in the text. */
    public static @Nullable Object matches(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return null;
        }
        try {
            return Pattern.compile((String) b).matcher((String) a).find();
        } catch (PatternSyntaxException e) {
            throw new RuleFailure("not a pattern: " + e.getMessage());
        }
    }

    public static @Nullable Object not(@Nullable Object a) {
        return a == null ? null : (Object) !((Boolean) a);
    }

    public static @Nullable Object and(@Nullable Object a, @Nullable Object b) {
        if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
            return false;
        }
        return a == null || b == null ? null : true;
    }

    public static @Nullable Object or(@Nullable Object a, @Nullable Object b) {
        if (Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)) {
            return true;
        }
        return a == null || b == null ? null : false;
    }

    public static @Nullable Object in(@Nullable Object a, List<?> entries) {
        if (a == null) {
            return null;
        }
        for (Object entry : entries) {
            if (Boolean.TRUE.equals(equal(a, entry))) {
                return true;
            }
        }
        return false;
    }

    public static @Nullable Object among(@Nullable Object a, @Nullable Object list) {
        return list == null ? null : in(a, (List<?>) list);
    }

    public static Object isMissing(@Nullable Object a) {
        return a == null;
    }

    public static @Nullable Object orElse(@Nullable Object a, @Nullable Object b) {
        return a == null ? b : a;
    }

    public static @Nullable Object abs(@Nullable Object a) {
        if (a == null) {
            return null;
        } else if (a instanceof Double number) {
            return Math.abs(number);
        } else if (a instanceof Long number) {
            return Math.absExact(number);
        }
        return amount(a).signum() < 0 ? negate(a) : a;
    }

    /** Half away from zero, as SQL does. */
    public static @Nullable Object round(@Nullable Object a) {
        return rounded(a, 0, RoundingMode.HALF_UP);
    }

    /** To that many digits after the point. */
    public static @Nullable Object roundOf(@Nullable Object a, @Nullable Object digits) {
        if (digits == null) {
            return null;
        }
        long wanted = (Long) digits;
        return rounded(a, (int) Math.max(-400, Math.min(400, wanted)), RoundingMode.HALF_UP);
    }

    public static @Nullable Object floor(@Nullable Object a) {
        return rounded(a, 0, RoundingMode.FLOOR);
    }

    public static @Nullable Object ceil(@Nullable Object a) {
        return rounded(a, 0, RoundingMode.CEILING);
    }

    private static @Nullable Object rounded(@Nullable Object a, int digits, RoundingMode mode) {
        if (a == null) {
            return null;
        } else if (a instanceof Double number) {
            return Double.isInfinite(number)
                    ? number
                    : (Object) BigDecimal.valueOf(number).setScale(digits, mode).doubleValue();
        } else if (a instanceof MoneyAmount money) {
            return new MoneyAmount(money.amount().setScale(digits, mode), money.currency());
        }
        BigDecimal result = amount(a).setScale(digits, mode);
        return a instanceof Long ? (Object) result.longValueExact() : result;
    }

    public static @Nullable Object min(@Nullable Object a, @Nullable Object b) {
        Object less = atMost(a, b);
        return less == null ? null : less.equals(true) ? a : b;
    }

    public static @Nullable Object max(@Nullable Object a, @Nullable Object b) {
        Object more = atLeast(a, b);
        return more == null ? null : more.equals(true) ? a : b;
    }

    public static @Nullable Object lower(@Nullable Object a) {
        return a == null ? null : ((String) a).toLowerCase(Locale.ROOT);
    }

    public static @Nullable Object upper(@Nullable Object a) {
        return a == null ? null : ((String) a).toUpperCase(Locale.ROOT);
    }

    public static @Nullable Object trim(@Nullable Object a) {
        return a == null ? null : ((String) a).strip();
    }

    public static @Nullable Object length(@Nullable Object a) {
        if (a instanceof List<?> list) {
            return (long) list.size();
        }
        return a == null ? null : (Object) (long) ((String) a).codePointCount(0, ((String) a).length());
    }

    public static @Nullable Object hour(@Nullable Object a) {
        return hourOf(a, "UTC");
    }

    public static @Nullable Object hourOf(@Nullable Object a, @Nullable Object zone) {
        return a == null || zone == null
                ? null
                : (Object) (long) in(a, (String) zone).getHour();
    }

    /** 1 for Monday. */
    public static @Nullable Object weekday(@Nullable Object a) {
        return weekdayOf(a, "UTC");
    }

    public static @Nullable Object weekdayOf(@Nullable Object a, @Nullable Object zone) {
        return a == null || zone == null
                ? null
                : (Object) (long) in(a, (String) zone).getDayOfWeek().getValue();
    }

    public static @Nullable Object date(@Nullable Object a) {
        return dateOf(a, "UTC");
    }

    /** In ISO 8601. */
    public static @Nullable Object dateOf(@Nullable Object a, @Nullable Object zone) {
        return a == null || zone == null
                ? null
                : in(a, (String) zone).toLocalDate().toString();
    }

    private static ZonedDateTime in(Object millis, String zone) {
        try {
            return Instant.ofEpochMilli((Long) millis).atZone(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new RuleFailure("no time zone '" + zone + "'");
        }
    }

    /** Metres between two places. */
    public static @Nullable Object distance(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? null : BigDecimal.valueOf(millimetres(a, b), Journey.DISTANCE_SCALE);
    }

    private static long millimetres(Object a, Object b) {
        String[] from = ((String) a).split(",");
        String[] to = ((String) b).split(",");
        return Journey.distance(
                Double.parseDouble(from[0]),
                Double.parseDouble(from[1]),
                Double.parseDouble(to[0]),
                Double.parseDouble(to[1]));
    }

    /** Metres per second; over no time more than any speed that can be written. */
    public static @Nullable Object speed(
            @Nullable Object a, @Nullable Object at, @Nullable Object b, @Nullable Object bt) {
        if (a == null || at == null || b == null || bt == null) {
            return null;
        }
        BigDecimal metres = BigDecimal.valueOf(millimetres(a, b), Journey.DISTANCE_SCALE);
        BigDecimal seconds = BigDecimal.valueOf(Math.abs((Long) bt - (Long) at), 3);
        if (seconds.signum() == 0) {
            return metres.signum() == 0 ? metres : Journey.AT_ONCE;
        }
        return metres.divide(seconds, Journey.SPEED_SCALE, RoundingMode.HALF_UP);
    }

    public static @Nullable Object elapsed(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? null : abs(subtract(b, a));
    }

    public static String show(@Nullable Object value) {
        return show(value, Shown::value);
    }

    public static String showTime(@Nullable Object value) {
        return show(value, millis -> Shown.time((Long) millis));
    }

    public static String showDuration(@Nullable Object value) {
        return show(value, millis -> Shown.duration((Long) millis));
    }

    /** A list's entries with commas between them. */
    private static String show(@Nullable Object value, Function<Object, String> simple) {
        if (value instanceof List<?> list) {
            return list.stream().map(simple).collect(Collectors.joining(", "));
        }
        return value == null ? Shown.MISSING : simple.apply(value);
    }
}
