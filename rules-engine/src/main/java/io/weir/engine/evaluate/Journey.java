package io.weir.engine.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How far apart two places are and how fast one gets from one to the other: along the great circle of a sphere of WGS84's mean
 * radius, by the haversine formula (Sinnott, "Virtues of the Haversine", 1984). In whole numbers of small units, so that what is
 * compared is exact; and the same on every machine.
 */
final class Journey {

    /** Decimal places of a distance in metres. */
    static final int DISTANCE_SCALE = 3;

    /** Decimal places of a speed in metres per second. */
    static final int SPEED_SCALE = 6;

    /** Of whoever is elsewhere at the same time: more than any speed that can be written. */
    static final BigDecimal AT_ONCE = new BigDecimal(BigInteger.TEN.pow(34));

    private static final double RADIUS = 6_371_008.8;

    private Journey() {}

    /** Millimetres between two places in degrees. */
    static long distance(double latitude, double longitude, double toLatitude, double toLongitude) {
        double from = StrictMath.toRadians(latitude);
        double to = StrictMath.toRadians(toLatitude);
        double north = StrictMath.sin((to - from) / 2);
        double east = StrictMath.sin(StrictMath.toRadians(toLongitude - longitude) / 2);
        double haversine = north * north + StrictMath.cos(from) * StrictMath.cos(to) * east * east;
        return StrictMath.round(2 * RADIUS * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(haversine))) * 1_000);
    }

    /** Micrometres per second, half up; not for a time of zero. */
    static long speed(long millimetres, long millis) {
        return (millimetres * 1_000_000 + millis / 2) / millis;
    }

    /** The time between two times, never negative. */
    static long elapsed(long from, long to) {
        return Math.absExact(Math.subtractExact(to, from));
    }
}
