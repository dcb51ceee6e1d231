package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Headers;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.StatusReport;
import io.weir.engine.publish.Publisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReferenceDataIT {

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    private final Installation weir = new Installation();
    private final Publisher publisher = new Publisher("default");
    private final String logins = weir.eventTopic("logins", 2);
    private final String risks = weir.eventTopic("risks", 2);
    private final Received alerts = weir.alerts();
    private final Received status = weir.status();
    private final Received deadLetters = new Received(weir.topics.deadLetter());

    private JobClient job;

    private String rules() {
        return Rules.login(logins) + """
                table risks by userId returns int versioned, from topic "%s"
                list @watched of text
                """.formatted(risks) + """
                rule "Risky" on Login when risks[userId] > 5 then alert "{userId} risky at {number}"
                rule "Risky twice" on Login by userId
                  let risk = risks[userId] as of at
                  when risk > 5 and count of Login over the last 1 minute >= 2
                  then alert "{userId} twice, risk {risk}" at most once per 1 minute
                rule "Watched" on Login when userId in @watched then alert "{userId} watched at {number}"
                """;
    }

    @AfterEach
    void stop() throws Exception {
        job.cancel().get();
        alerts.close();
        status.close();
        deadLetters.close();
    }

    @Test
    void rowsOfATable_areThereBeforeTheFirstEventAndFollowWhileItRuns() {
        try (Events rows = new Events(risks);
                Events events = new Events(logins)) {
            rows.send(0, "{'userId':'ann','value':7,'validFrom':0}".replace('\'', '"'));
            rows.send(0, "{'userId':'ann','value':3,'validFrom':5000}".replace('\'', '"'));
            rows.send(1, "{'userId':'bob','value':'much','validFrom':0}".replace('\'', '"'));
            // All in one partition: a slow machine takes another one to be idle, and its events for late.
            events.login(0, "ann", "ok", 1_000);
            events.login(0, "bob", "ok", 1_500);
            events.login(0, "ann", "ok", 2_000);
            events.login(0, "ann", "ok", 6_000);
            rows.flush();
            events.flush();
            weir.control.commit(publisher.released(publisher.draft(rules()), null));

            job = weir.start(weir.config());
            alerts.until(records -> assertThat(Alerts.texts(records))
                    .containsExactlyInAnyOrder("ann risky at 1000", "ann risky at 2000", "ann twice, risk 7"));

            rows.send(1, "{'userId':'bob','value':9,'validFrom':0}".replace('\'', '"'));
            rows.flush();
            status.until(records -> assertThat(weir.latestReports(status).values())
                    .flatExtracting(StatusReport::problems)
                    .contains("table risks: 1 rows came when events of their time had been evaluated"));
            events.login(0, "bob", "ok", 20_000);
            events.login(0, "eve", "ok", 30_000);
            events.flush();
            alerts.until(
                    records -> assertThat(Alerts.texts(records)).contains("bob risky at 20000", "bob twice, risk 9"));
        }
        assertThat(alerts.soFar()).hasSize(5);
        deadLetters.until(records -> assertThat(records).hasSize(1));
        assertThat(new String(
                        deadLetters
                                .soFar()
                                .get(0)
                                .headers()
                                .lastHeader(Headers.REASON)
                                .value(),
                        StandardCharsets.UTF_8))
                .isEqualTo("table risks: value: expected int, found a text");
    }

    @Test
    void entriesOfAList_arePublishedWithoutTouchingItsRule() {
        try (Events events = new Events(logins)) {
            weir.control.commit(publisher.released(publisher.draft(rules()), null));
            job = weir.start(weir.config());
            status.until(records -> assertThat(weir.latestReports(status).values())
                    .filteredOn(ReferenceDataIT::isOfEvents)
                    .hasSize(4)
                    .allSatisfy(report -> assertThat(report.problems())
                            .contains("list @watched has no entries: nobody has published any")));
            events.login(0, "ann", "ok", 1_000);
            publish(publisher.entries("watched", "[\"ann\",\"bob\"]"), 2_000);
            events.login(0, "ann", "ok", 3_000);
            events.login(1, "cat", "ok", 3_000);
            publish(publisher.entries("watched", "[\"cat\"]"), 10_000);
            events.login(0, "ann", "ok", 11_000);
            events.login(1, "cat", "ok", 12_000);
            events.login(0, "eve", "ok", 30_000);
            events.login(1, "eve", "ok", 30_000);
            events.flush();

            alerts.until(records -> assertThat(Alerts.texts(records))
                    .containsExactlyInAnyOrder("ann watched at 3000", "cat watched at 12000"));
        }
        status.until(records -> assertThat(weir.latestReports(status).values())
                .allSatisfy(report -> assertThat(report.problems()).isEmpty()));
    }

    private void publish(Publisher.Draft draft, long from) {
        weir.control.commit(publisher.released(draft, from));
        long epoch = publisher.epoch();
        status.until(records -> assertThat(weir.latestReports(status).values())
                .hasSize(8)
                .allSatisfy(report -> assertThat(report.applied()).anyMatch(applied -> applied.epoch() == epoch)));
    }

    @Test
    void prepareOfATableThatCannotBeRead_isNotAnswered() {
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.FAILED), null));
        job = weir.start(weir.config());
        status.until(records -> assertThat(weir.latestReports(status)).hasSize(8));

        Publisher.Draft draft = publisher.draft("""
                table nowhere by userId returns int, from topic "%s-nowhere"
                rule "Nowhere" on Login when nowhere[userId] > 5 then alert "x"
                """.formatted(weir.topics.prefix()));
        Prepare prepare = publisher.prepare(draft, Duration.ofSeconds(20));
        List<ControlRecord> records = new ArrayList<>(draft.artifacts());
        records.add(prepare);
        weir.control.commit(records);

        status.until(all -> assertThat(weir.latestReports(status).values())
                .filteredOn(ReferenceDataIT::isOfEvents)
                .allSatisfy(report -> assertThat(report.problems())
                        .anyMatch(problem -> problem.startsWith("Table nowhere, topic ")
                                && problem.endsWith("was not read to its end within 4 s: there is no such topic"))));
        assertThat(Installation.reports(status.soFar()))
                .filteredOn(ReferenceDataIT::isOfEvents)
                .flatExtracting(StatusReport::prepared)
                .isEmpty();
        try (Events events = new Events(logins)) {
            events.login(0, "ann", "failed", 1_000);
            events.flush();
            alerts.until(seen -> assertThat(Alerts.texts(seen)).containsExactly("ann failed at 1000"));
        }
    }

    /** No rule over alerts reads anything here. */
    private static boolean isOfEvents(StatusReport report) {
        return !report.operator().endsWith("-alerts");
    }
}
