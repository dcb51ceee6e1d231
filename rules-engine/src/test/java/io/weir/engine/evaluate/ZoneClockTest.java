package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneClockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Europe/Madrid", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "-09:30"})
    void clock_atRandomTimes_saysWhatTheCalendarSays(String name) {
        ZoneId zone = ZoneId.of(name);
        ZoneClock clock = new ZoneClock(zone);
        Random random = new Random(17);
        long millis = 0;
        for (int i = 0; i < 100_000; i++) {
            millis = random.nextInt(20) == 0
                    ? random.nextLong() >> 19 + random.nextInt(20)
                    : millis + random.nextInt(7_200_000);
            ZonedDateTime expected = Instant.ofEpochMilli(millis).atZone(zone);

            assertThat(clock.hour(millis)).as("hour of %s, seed 17", expected).isEqualTo(expected.getHour());
            assertThat(clock.weekday(millis))
                    .as("weekday of %s, seed 17", expected)
                    .isEqualTo(expected.getDayOfWeek().getValue());
            assertThat(new String(clock.date(millis), StandardCharsets.UTF_8))
                    .as("date of %s, seed 17", expected)
                    .isEqualTo(expected.toLocalDate().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Madrid", "America/New_York"})
    void clock_aroundEachChange_turnsOnTheMillisecond(String name) {
        ZoneId zone = ZoneId.of(name);
        ZoneClock clock = new ZoneClock(zone);
        Instant change = Instant.parse("2020-01-01T00:00:00Z");
        for (int i = 0; i < 20; i++) {
            change = zone.getRules().nextTransition(change).getInstant();
            for (int away = -1; away <= 1; away++) {
                Instant at = change.plusMillis(away);

                assertThat(clock.hour(at.toEpochMilli()))
                        .isEqualTo(at.atZone(zone).getHour());
            }
        }
    }
}
