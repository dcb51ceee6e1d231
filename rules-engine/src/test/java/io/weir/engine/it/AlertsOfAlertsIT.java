package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.publish.Publisher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AlertsOfAlertsIT {

    private static final String THREE = """
            rule "Three" on Alert by key
              when at least 3 Alert where `rule` is not "Burst" within 10 minutes
              then alert critical "{key}: {count} alerts" at most once per 1 day
            """;

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    private final Installation weir = new Installation();
    private final String logins = weir.eventTopic("logins", 2);
    private final Publisher publisher = new Publisher("default");
    private final Events events = new Events(logins);
    private final Received alerts = weir.alerts();
    private final Received status = weir.status();

    @AfterEach
    void close() {
        events.close();
        alerts.close();
        status.close();
    }

    private String rules() {
        return Rules.login(logins) + """
                rule "Failed" on Login by userId when outcome is "failed" then alert "{userId} failed at {number}"
                """ + Rules.BURST;
    }

    /** Each failed login alerts; so the third of a user makes the first alert about alerts, and the pause holds back the others. */
    @Test
    void threeAlertsOfAKey_makeOneAcrossALostTaskManager(
            @TempDir Path directory, @InjectMiniCluster MiniCluster cluster) throws Exception {
        weir.control.commit(publisher.released(publisher.draft(rules() + THREE), null));
        var config = weir.config();
        var job = weir.start(config.withCheckpoints(
                config.checkpoints().withDirectory(directory.toUri().toString())));
        try {
            send(0, 2);
            alerts.until(records -> assertThat(texts(records, "Failed")).hasSize(40));
            assertThat(texts(alerts.soFar(), "Three")).isEmpty();

            cluster.terminateTaskManager(0).get();
            send(2, 10);
            cluster.startTaskManager();
            // Beyond all of these, so that event time passes them.
            end(3_600_000);

            List<String> expected = IntStream.range(0, 20)
                    .mapToObj(user -> "u" + user + ": 3 alerts")
                    .toList();
            alerts.until(records -> assertThat(texts(records, "Three")).containsExactlyInAnyOrderElementsOf(expected));
            alerts.until(records -> assertThat(texts(records, "Failed")).hasSize(200));
            status.until(records -> assertThat(weir.latestReports(status).values())
                    .hasSize(8)
                    .allMatch(report -> report.watermark() != null && report.watermark() > 3_000_000));
            assertThat(texts(alerts.soFar(), "Three")).hasSize(20);
            assertThat(alerts.soFar())
                    .extracting(record -> Received.header(record, "ce_id"))
                    .doesNotHaveDuplicates();
            assertThat(alerts.soFar())
                    .allMatch(record -> Received.header(record, "ce_about")
                            .equals(Alerts.json(record).path("rule").asText().equals("Three") ? "alerts" : ""));
        } finally {
            job.cancel().get();
        }
    }

    @Test
    void ruleOverAlerts_publishedWhileTheEngineRuns_seesWhatIsRaisedFromThenOn() throws Exception {
        weir.control.commit(publisher.released(publisher.draft(rules()), null));
        // A partition that wakes up behind the others would be late.
        var config = weir.config();
        var job = weir.start(config.withTiming(config.timing().withIdleness(Duration.ofMinutes(5))));
        try {
            send(0, 5);
            end(20_000);
            alerts.until(records -> assertThat(texts(records, "Failed")).hasSize(100));
            weir.control.commit(publisher.released(publisher.draft(THREE), 60_000L));
            long epoch = publisher.epoch();
            status.until(records -> assertThat(weir.latestReports(status).values())
                    .hasSize(8)
                    .allSatisfy(report -> assertThat(report.applied()).anyMatch(applied -> applied.epoch() == epoch)));
            send(60, 63);
            end(3_600_000);

            alerts.until(records -> assertThat(texts(records, "Three")).hasSize(20));
            assertThat(alerts.soFar())
                    .filteredOn(
                            record -> Alerts.json(record).path("rule").asText().equals("Three"))
                    .extracting(record -> Alerts.json(record).path("time").asText())
                    .allMatch(time -> time.startsWith("1970-01-01T00:01:02."));
        } finally {
            job.cancel().get();
        }
    }

    /** Of each of 20 users a failed login at each of those seconds. */
    private void send(int from, int to) {
        for (int second = from; second < to; second++) {
            for (int user = 0; user < 20; user++) {
                events.login(user % 2, "u" + user, "failed", 1_000L * second + user);
            }
        }
        events.flush();
    }

    /** Event time passes all that was sent before. */
    private void end(long time) {
        events.login(0, "end", "ok", time);
        events.login(1, "end", "ok", time);
        events.flush();
    }

    private static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records, String rule) {
        return records.stream()
                .map(Alerts::json)
                .filter(alert -> alert.path("rule").asText().equals(rule))
                .map(alert -> alert.path("text").asText())
                .toList();
    }
}
