package io.weir.samples.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void success_isDelivered(int status) {
        assertThat(Outcome.of(status, null, NOON)).isEqualTo(new Outcome.Delivered(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 401, 403, 404, 408, 409, 425, 429, 500, 501, 502, 503, 504, 100})
    void whatSomeoneMayMend_isTriedAgain(int status) {
        assertThat(Outcome.of(status, null, NOON)).isInstanceOf(Outcome.Later.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 406, 410, 413, 415, 422})
    void refusalOfTheContent_isFinal(int status) {
        assertThat(Outcome.of(status, "1", NOON)).isEqualTo(new Outcome.Never("the endpoint answered " + status));
    }

    @Test
    void retryAfter_inSecondsOrAsADate_isHeard() {
        assertThat(asked("120")).isEqualTo(Duration.ofMinutes(2));
        assertThat(asked("Sun, 01 Mar 2026 12:00:30 GMT")).isEqualTo(Duration.ofSeconds(30));
        assertThat(asked("Sun, 01 Mar 2026 11:00:00 GMT")).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999"})
    void retryAfter_thatCannotBeRead_isNotHeard(String header) {
        assertThat(asked(header)).isNull();
    }

    private static Duration asked(String retryAfter) {
        return ((Outcome.Later) Outcome.of(503, retryAfter, NOON)).asked();
    }
}
