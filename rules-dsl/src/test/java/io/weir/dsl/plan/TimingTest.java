package io.weir.dsl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

    @ParameterizedTest
    @CsvSource({
        "PT1H, 2026-03-05T12:34:56.789Z, 2026-03-05T12:00:00Z",
        "PT1H, 2026-03-05T12:00:00Z, 2026-03-05T12:00:00Z",
        "PT15M, 2026-03-05T12:44:59.999Z, 2026-03-05T12:30:00Z",
        "P1D, 2026-03-05T23:59:59Z, 2026-03-05T00:00:00Z",
        "P7D, 2026-03-05T12:00:00Z, 2026-03-02T00:00:00Z",
        "P14D, 1970-01-04T12:00:00Z, 1969-12-22T00:00:00Z",
        "PT7H, 1970-01-01T20:59:59Z, 1970-01-01T14:00:00Z",
        "PT1H, 1969-12-31T23:30:00Z, 1969-12-31T23:00:00Z",
    })
    void boundary_atOrBeforeATime_isAlignedToUtc(Duration length, Instant time, Instant boundary) {
        assertThat(new Timing.Every(length).boundary(time.toEpochMilli())).isEqualTo(boundary.toEpochMilli());
    }

    @Test
    void boundary_ofWholeWeeks_isAMondayMidnight() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            long time = random.nextLong(-4_000_000_000_000L, 4_000_000_000_000L);
            Duration length = Duration.ofDays(7L * (1 + random.nextInt(8)));

            long boundary = new Timing.Every(length).boundary(time);

            OffsetDateTime at = Instant.ofEpochMilli(boundary).atOffset(ZoneOffset.UTC);
            assertThat(at.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(at.toLocalTime().toNanoOfDay()).isZero();
            assertThat(time - boundary).isBetween(0L, length.toMillis() - 1);
        }
    }
}
