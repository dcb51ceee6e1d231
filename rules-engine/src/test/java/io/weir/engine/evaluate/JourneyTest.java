package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JourneyTest {

    /** The angle between two vectors from the middle of the sphere, times its radius. */
    private static double byVectors(double lat, double lon, double toLat, double toLon) {
        double[] a = vector(Math.toRadians(lat), Math.toRadians(lon));
        double[] b = vector(Math.toRadians(toLat), Math.toRadians(toLon));
        double[] cross = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        double sine = Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
        return 6_371_008.8 * Math.atan2(sine, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
    }

    private static double[] vector(double lat, double lon) {
        return new double[] {Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)};
    }

    @Test
    void distance_ofRandomPlaces_isThatOfVectors() {
        for (long seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            double lat = random.nextDouble() * 180 - 90;
            double lon = random.nextDouble() * 360 - 180;
            double span = Math.pow(10, -random.nextInt(8));
            double toLat = Math.max(-90, Math.min(90, lat + random.nextGaussian() * span * 90));
            double toLon = Math.max(-180, Math.min(180, lon + random.nextGaussian() * span * 180));

            assertThat(Journey.distance(lat, lon, toLat, toLon) / 1_000.0)
                    .as("seed %s", seed)
                    .isCloseTo(byVectors(lat, lon, toLat, toLon), within(0.1));
            assertThat(Journey.distance(toLat, toLon, lat, lon))
                    .as("seed %s, the other way", seed)
                    .isEqualTo(Journey.distance(lat, lon, toLat, toLon));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0,0,0",
        "40.4,-3.7,40.4,-3.7,0",
        "90,0,-90,0,20015114.442",
        "0,0,0,180,20015114.442",
        "0,179.5,0,-179.5,111195.080",
        "0,0,0,1,111195.080",
        "90,17,90,-140,0",
    })
    void distance_ofKnownPlaces_isInMillimetres(double lat, double lon, double toLat, double toLon, double metres) {
        assertThat(Journey.distance(lat, lon, toLat, toLon)).isEqualTo(Math.round(metres * 1_000));
    }

    @Test
    void speed_isDistanceOverTime() {
        assertThat(Journey.speed(100_000_000, 3_600_000)).isEqualTo(27_777_778);
        assertThat(Journey.speed(0, 5)).isZero();
        assertThat(Journey.speed(20_015_114_442L, 1)).isEqualTo(20_015_114_442_000_000L);
    }

    @Test
    void elapsed_isTheSameBothWays() {
        assertThat(Journey.elapsed(5, 12)).isEqualTo(7);
        assertThat(Journey.elapsed(12, 5)).isEqualTo(7);
    }
}
