package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.contract.StatusReport;
import io.weir.engine.kafka.KafkaBootstrap;
import io.weir.engine.operator.Bootstrap;
import io.weir.engine.publish.Publisher;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartIT {

    private static final int RULES = 1_000;

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    private final Installation weir = new Installation();
    private final Publisher publisher = new Publisher("default");

    @Test
    void thousandRules_publishedBeforeTheStart_allSeeTheFirstEvent() throws Exception {
        String logins = weir.eventTopic("logins", 2);
        String rules = IntStream.range(0, RULES).mapToObj(StartIT::rule).collect(Collectors.joining());
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + rules), null));
        try (Events events = new Events(logins)) {
            events.login(0, "ann", "failed", 1_000);
        }

        var job = weir.start(weir.config());

        try (Received alerts = weir.alerts()) {
            alerts.until(records -> assertThat(records).hasSize(RULES));
            Set<String> expected =
                    IntStream.range(0, RULES).mapToObj(i -> i + ": ann").collect(Collectors.toSet());
            assertThat(Alerts.texts(alerts.soFar())).containsExactlyInAnyOrderElementsOf(expected);
        } finally {
            job.cancel().get();
        }
    }

    /** Half of them with a key, half without: both operators must have them. */
    private static String rule(int i) {
        return i % 2 == 0
                ? "rule \"R" + i + "\" on Login when outcome is \"failed\" then alert \"" + i + ": {userId}\"\n"
                : "rule \"R" + i + "\" on Login by userId when at least 1 Login where outcome is \"failed\" within " + i
                        + " minutes then alert \"" + i + ": {userId}\"\n";
    }

    @Test
    void idleControlTopic_doesNotHoldBackEventTime() throws Exception {
        String logins = weir.eventTopic("logins", 2);
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.BURST), null));
        var job = weir.start(weir.config());

        try (Events events = new Events(logins);
                Received alerts = weir.alerts();
                Received status = weir.status()) {
            // Nothing is written to the control topic from here on, and event time moves by hours.
            for (int hour = 0; hour < 5; hour++) {
                for (int i = 0; i < 3; i++) {
                    events.login(0, "ann", "failed", 3_600_000L * hour + i);
                }
                int bursts = hour + 1;
                events.login(0, "eve", "ok", 3_600_000L * hour + 600_000);
                events.login(1, "eve", "ok", 3_600_000L * hour + 600_000);
                alerts.until(records -> assertThat(records).hasSize(bursts));
            }
            assertThat(Alerts.texts(alerts.soFar())).containsOnly("ann: 3 failures");
            status.until(records -> assertThat(weir.latestReports(status).values())
                    .hasSize(8)
                    .extracting(StatusReport::watermark)
                    .allMatch(watermark -> watermark != null && watermark > 4 * 3_600_000L));
        } finally {
            job.cancel().get();
        }
    }

    @Test
    void streamPublishedLater_joinsTheRunningJobWithItsTopic() throws Exception {
        var job = weir.start(weir.config());
        try (Received status = weir.status()) {
            status.until(records -> assertThat(weir.latestReports(status)).hasSize(8));
        }
        String logins = weir.eventTopic("logins", 2);
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.FAILED), null));

        try (Events events = new Events(logins);
                Received alerts = weir.alerts()) {
            events.login(1, "ann", "failed", 1_000);

            alerts.until(records -> assertThat(Alerts.texts(records)).containsExactly("ann failed at 1000"));
        } finally {
            job.cancel().get();
        }
    }

    @Test
    void missingControlTopic_failsWithTheReason() {
        var config = weir.config();
        Bootstrap bootstrap = new KafkaBootstrap(config.withKafka(config.kafka().withTopicsPrefix("nowhere"))
                .withControlDeadline(Duration.ofSeconds(2)));

        assertThatThrownBy(bootstrap::read)
                .hasMessageContaining("nowhere.control")
                .hasMessageContaining("OPERATOR");
    }
}
