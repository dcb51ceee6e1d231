package io.weir.engine.naive;

import io.weir.dsl.plan.Function;
import io.weir.dsl.plan.GeoPoint;
import io.weir.dsl.plan.MoneyAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The functions, of values that are all there. */
final class Functions {

    /** WGS84: (2 a + b) / 3. */
    private static final double MEAN_RADIUS = (2 * 6_378_137.0 + 6_356_752.314245) / 3;

    private Functions() {}

    static Object call(Function function, List<Object> given) {
        Object value = given.get(0);
        return switch (function) {
            case ABS -> isNegative(value) ? Values.negated(value) : value;
            // As Flink SQL's ROUND: half away from zero.
            case ROUND -> rounded(value, given.size() > 1 ? ((Long) given.get(1)).intValue() : 0, RoundingMode.HALF_UP);
            case FLOOR -> rounded(value, 0, RoundingMode.FLOOR);
            case CEIL -> rounded(value, 0, RoundingMode.CEILING);
            case MIN -> given.stream().min(Functions::order).orElseThrow();
            case MAX -> given.stream().max(Functions::order).orElseThrow();
            case LOWER -> ((String) value).toLowerCase(Locale.ROOT);
            case UPPER -> ((String) value).toUpperCase(Locale.ROOT);
            case TRIM -> ((String) value).strip();
            case LENGTH ->
                value instanceof String text
                        ? (long) text.codePointCount(0, text.length())
                        : (long) ((List<?>) value).size();
            case HOUR -> (long) local(given).getHour();
            case WEEKDAY -> (long) local(given).getDayOfWeek().getValue();
            case DATE -> local(given).toLocalDate().toString();
            case DISTANCE -> distance((GeoPoint) value, (GeoPoint) given.get(1));
            case ELAPSED -> Math.abs((Long) value - (Long) given.get(1));
            case SPEED ->
                speed(
                        distance((GeoPoint) value, (GeoPoint) given.get(2)),
                        Math.abs((Long) given.get(1) - (Long) given.get(3)));
        };
    }

    private static boolean isNegative(Object value) {
        return value instanceof MoneyAmount money
                ? money.amount().signum() < 0
                : value instanceof BigDecimal decimal ? decimal.signum() < 0 : ((Number) value).doubleValue() < 0;
    }

    private static Object rounded(Object value, int digits, RoundingMode mode) {
        if (value instanceof MoneyAmount money) {
            return new MoneyAmount((BigDecimal) rounded(money.amount(), digits, mode), money.currency());
        } else if (value instanceof BigDecimal decimal) {
            return decimal.setScale(digits, mode);
        } else if (value instanceof Double number) {
            return BigDecimal.valueOf(number).setScale(digits, mode).doubleValue();
        }
        return BigDecimal.valueOf((Long) value).setScale(digits, mode).longValueExact();
    }

    private static int order(Object one, Object other) {
        return Objects.requireNonNull(Values.compare(one, other));
    }

    private static ZonedDateTime local(List<Object> given) {
        ZoneId zone = given.size() > 1 ? ZoneId.of((String) given.get(1)) : ZoneOffset.UTC;
        return Instant.ofEpochMilli((Long) given.get(0)).atZone(zone);
    }

    // Over no time, a distance exceeds every speed; no distance is no speed.
    private static double speed(double metres, long millis) {
        if (millis == 0) {
            return metres > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        return metres / (millis / 1_000.0);
    }

    /** Haversine. */
    private static double distance(GeoPoint from, GeoPoint to) {
        double latitudes = Math.toRadians(to.latitude() - from.latitude());
        double longitudes = Math.toRadians(to.longitude() - from.longitude());
        double chord = Math.pow(Math.sin(latitudes / 2), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * Math.pow(Math.sin(longitudes / 2), 2);
        return 2 * MEAN_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
