package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.StatusReport;
import io.weir.dsl.contract.StatusReport.Prepared;
import io.weir.engine.publish.Publisher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PublishIT {

    private static final String OLD = rule("old");
    private static final String NEW = rule("new");

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    private final Installation weir = new Installation();
    private final Publisher publisher = new Publisher("default");
    private final String logins = weir.eventTopic("logins", 2);
    private final Received alerts = weir.alerts();
    private final Received status = weir.status();
    private final AtomicLong clock = new AtomicLong(1_000);
    private final AtomicBoolean playing = new AtomicBoolean(true);

    private JobClient job;
    private CompletableFuture<Void> player;

    /** One rule without a key and one with: both operators have to agree. */
    private static String rule(String word) {
        return """
                rule "Any" on Login when outcome is "ok" then alert "%s any {number}"
                rule "Count" on Login by userId when at least 1 Login within 1 minute then alert "%s count {number}"
                """.formatted(word, word);
    }

    @BeforeEach
    void start() {
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + OLD), null));
        job = weir.start(weir.config());
        player = CompletableFuture.runAsync(this::play);
        alerts.until(records -> assertThat(records).hasSizeGreaterThan(100));
    }

    /** A login every millisecond of event time, in turn on two partitions. */
    private void play() {
        try (Events events = new Events(logins)) {
            while (playing.get()) {
                long at = clock.incrementAndGet();
                events.login((int) (at % 2), "u" + at % 7, "ok", at);
                // Waiting for the broker each time keeps the pace one that every assertion can follow.
                events.flush();
            }
        }
    }

    @AfterEach
    void stop() throws Exception {
        playing.set(false);
        player.join();
        job.cancel().get();
        alerts.close();
        status.close();
    }

    @Test
    void twoPhasePublish_dividesTheStreamAtOneTime() {
        Publisher.Draft draft = publisher.draft(NEW);
        Prepare prepare = prepare(draft, Duration.ofSeconds(20));
        long from = answers(prepare) + 1;
        var release = publisher.release(draft, from, prepare.writeId());
        weir.control.commit(List.of(release, prepare.withStatus(Prepare.Status.COMMITTED)));

        awaitAlertsOf("new");
        finishPlaying();

        assertThat(alerts.soFar()).allSatisfy(record -> {
            JsonNode alert = Alerts.json(record);
            boolean isNew = alert.path("text").asText().startsWith("new");
            assertThat(numberOf(alert) >= from)
                    .as("%s with effective-from %d", alert, from)
                    .isEqualTo(isNew);
            assertThat(alert.path("epoch").asLong()).isEqualTo(isNew ? 2 : 1);
        });
        assertThat(Alerts.texts(alerts.soFar())).hasSize((int) (2 * (clock.get() - 1_000)));
    }

    @Test
    void abortedPublish_showsNothingAndHoldsNoLonger() {
        Publisher.Draft draft = publisher.draft(NEW);
        Prepare prepare = prepare(draft, Duration.ofSeconds(20));
        answers(prepare);
        weir.control.commit(List.of(prepare.withStatus(Prepare.Status.ABORTED)));

        assertStillOld();
    }

    @Test
    void publishThatIsNeverCommitted_showsNothingAndTheHoldEndsByItself() {
        Publisher.Draft draft = publisher.draft(NEW);
        // Its deadline has passed so long ago that the hold is to end a second from now.
        Prepare prepare = prepare(draft, Duration.ofSeconds(-9));
        answers(prepare);

        status.until(records -> assertThat(weir.latestReports(status).values())
                .filteredOn(report -> report.operator().equals("route"))
                .allSatisfy(report -> assertThat(report.problems())
                        .anyMatch(problem -> problem.contains("neither committed nor aborted"))));
        assertStillOld();
    }

    @Test
    void artifactsWithoutARelease_showNothing() {
        weir.control.commit(publisher.draft(NEW).artifacts());

        assertStillOld();
    }

    @Test
    void transactionThatAborts_showsNothing() {
        weir.control.abort(publisher.released(publisher.draft(NEW), null));
        // What is committed after it is seen, so its absence is no matter of waiting.
        Publisher other = new Publisher("other");
        weir.control.commit(other.released(other.draft(Rules.login(logins)), null));
        status.until(records -> assertThat(weir.latestReports(status).values())
                .allSatisfy(report -> assertThat(report.applied())
                        .anyMatch(applied -> applied.tenant().equals("other"))));

        assertStillOld();
    }

    private Prepare prepare(Publisher.Draft draft, Duration within) {
        Prepare prepare = publisher.prepare(draft, within);
        List<ControlRecord> records = new ArrayList<>(draft.artifacts());
        records.add(prepare);
        weir.control.commit(records);
        return prepare;
    }

    /** Waits until every task has answered; the highest watermark among the answers. */
    private long answers(Prepare prepare) {
        status.until(records -> assertThat(answers(records, prepare)).hasSize(8));
        return answers(status.soFar(), prepare).stream()
                .map(Prepared::watermark)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    private static List<Prepared> answers(List<ConsumerRecord<byte[], byte[]>> records, Prepare prepare) {
        Map<String, Prepared> byTask = new TreeMap<>();
        for (StatusReport report : Installation.reports(records)) {
            report.prepared().stream()
                    .filter(answer -> answer.writeId().equals(prepare.writeId()))
                    .forEach(answer -> byTask.put(report.key(), answer));
        }
        return List.copyOf(byTask.values());
    }

    /** Events from now on are evaluated, and by the old rules alone. */
    private void assertStillOld() {
        long now = clock.get();
        alerts.until(records -> assertThat(numberOf(Alerts.json(records.get(records.size() - 1))))
                .isGreaterThan(now + 100));
        assertThat(Alerts.texts(alerts.soFar())).allMatch(text -> text.startsWith("old"));
        status.until(records -> assertThat(Installation.reports(records))
                .flatExtracting(StatusReport::applied)
                .filteredOn(applied -> applied.tenant().equals("default"))
                .extracting(StatusReport.Applied::epoch)
                .containsOnly(1L));
    }

    private void awaitAlertsOf(String word) {
        alerts.until(records -> assertThat(Alerts.json(records.get(records.size() - 1))
                        .path("text")
                        .asText())
                .startsWith(word));
    }

    private void finishPlaying() {
        playing.set(false);
        player.join();
        long last = clock.get();
        alerts.until(records -> assertThat(records).hasSize((int) (2 * (last - 1_000))));
    }

    private static long numberOf(JsonNode alert) {
        String text = alert.path("text").asText();
        return Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
    }
}
