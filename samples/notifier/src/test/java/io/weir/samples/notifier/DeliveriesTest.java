package io.weir.samples.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Outcome FAILED = new Outcome.Later("the endpoint answered 500", null);

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(1));
    private final Deliveries deliveries = new Deliveries(backoff, Duration.ofMinutes(10), 2);

    @Test
    void failedAttempt_isRepeatedAfterAPauseThatGrows() {
        deliveries.add(notification("a"));
        Instant now = NOON;
        for (int failures = 1; failures <= 6; failures++) {
            assertThat(deliveries.due(now)).hasSize(1);
            assertThat(deliveries.ended("a", FAILED, now)).isNull();

            long longest = 1_000L << (failures - 1);
            assertThat(deliveries.due(now.plusMillis(longest / 2 - 1))).isEmpty();
            now = now.plusMillis(longest);
        }
        assertThat(deliveries.due(now)).hasSize(1);
        assertThat(deliveries.ended("a", new Outcome.Delivered(200), now)).satisfies(ended -> {
            assertThat(ended.undeliverable()).isNull();
            assertThat(ended.attempts()).isEqualTo(7);
        });
        assertThat(deliveries.size()).isZero();
    }

    @Test
    void endpoint_thatAsksForARest_isLeftAloneByAll() {
        deliveries.add(notification("a"));
        deliveries.add(notification("b"));
        assertThat(deliveries.due(NOON)).hasSize(2);
        deliveries.ended("a", new Outcome.Later("429", Duration.ofSeconds(90)), NOON);
        deliveries.ended("b", FAILED, NOON);

        assertThat(deliveries.due(NOON.plusMillis(89_999))).isEmpty();
        assertThat(deliveries.due(NOON.plusSeconds(90))).hasSize(2);
    }

    @Test
    void attempts_underWay_areNeverMoreThanAllowed() {
        for (String id : List.of("a", "b", "c")) {
            deliveries.add(notification(id));
        }

        assertThat(ids(deliveries.due(NOON))).containsExactly("a", "b");
        assertThat(deliveries.due(NOON)).isEmpty();
        deliveries.ended("b", new Outcome.Delivered(204), NOON);
        assertThat(ids(deliveries.due(NOON))).containsExactly("c");
        assertThat(deliveries.underWay()).isEqualTo(2);
    }

    @Test
    void notification_afterItsDeadline_isGivenUpWithTheLastReason() {
        deliveries.add(notification("a"));
        Instant late = NOON.plusSeconds(599);
        deliveries.due(late);

        assertThat(undeliverable(deliveries.ended("a", FAILED, late.plusSeconds(1))))
                .isEqualTo("not delivered within PT10M; last: the endpoint answered 500");
        assertThat(deliveries.size()).isZero();
    }

    @Test
    void endpoint_thatAsksForMoreTimeThanThereIs_endsIt() {
        deliveries.add(notification("a"));
        deliveries.due(NOON);

        assertThat(undeliverable(deliveries.ended("a", new Outcome.Later("429", Duration.ofHours(2)), NOON)))
                .contains("PT10M", "429");
    }

    @Test
    void refusal_endsItAtOnce() {
        deliveries.add(notification("a"));
        deliveries.due(NOON);

        assertThat(undeliverable(deliveries.ended("a", new Outcome.Never("the endpoint answered 422"), NOON)))
                .isEqualTo("the endpoint answered 422");
    }

    private static @Nullable String undeliverable(Deliveries.@Nullable Ended ended) {
        return Objects.requireNonNull(ended).undeliverable();
    }

    private static List<String> ids(List<Notification> notifications) {
        return notifications.stream().map(Notification::id).toList();
    }

    private static Notification notification(String id) {
        return new Notification(id, List.of("alert of " + id), NOON, "{}");
    }
}
