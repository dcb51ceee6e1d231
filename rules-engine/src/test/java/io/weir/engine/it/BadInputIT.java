package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.Headers;
import io.weir.dsl.contract.StatusReport;
import io.weir.engine.publish.Publisher;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BadInputIT {

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    private final Installation weir = new Installation();
    private final Publisher publisher = new Publisher("default");
    private final String logins = weir.eventTopic("logins", 1);
    private final Events events = new Events(logins);
    private final Received alerts = weir.alerts();

    private @Nullable JobClient job;

    @AfterEach
    void stop() throws Exception {
        events.close();
        alerts.close();
        if (job != null) {
            job.cancel().get();
        }
    }

    @Test
    void ruleThatCannotBeLoaded_stopsAloneAndSaysWhy() {
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.FAILED), null));
        Publisher.Draft poison =
                publisher.unchecked(ArtifactKind.RULE, "poison", "rule \"Poison\" on Nothing when then alert");
        weir.control.commit(publisher.released(poison, 0L));
        job = weir.start(weir.config());

        events.login(0, "ann", "failed", 1_000);

        alerts.until(records -> assertThat(Alerts.texts(records)).containsExactly("ann failed at 1000"));
        try (Received status = weir.status()) {
            status.until(records -> assertThat(weir.latestReports(status).values())
                    .flatExtracting(StatusReport::rules)
                    .filteredOn(rule -> rule.quarantined() != null)
                    .extracting(StatusReport.RuleStatus::rule)
                    .contains("poison"));
        }
    }

    @Test
    void ruleThatFailsForAnEvent_isCountedAndCostsNoOther() {
        String overflow = "rule \"Overflow\" on Login when number * 9_000_000_000_000_000 > 0 then alert \"never\"\n";
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.FAILED + overflow), null));
        job = weir.start(weir.config());

        events.login(0, "ann", "failed", 2_000);

        alerts.until(records -> assertThat(Alerts.texts(records)).containsExactly("ann failed at 2000"));
        try (Received status = weir.status()) {
            status.until(records -> assertThat(weir.latestReports(status).values())
                    .flatExtracting(StatusReport::rules)
                    .filteredOn(rule -> rule.errors() > 0)
                    .extracting(StatusReport.RuleStatus::rule)
                    .contains("overflow"));
        }
    }

    @Test
    void unreadableEvents_goToTheDeadLettersAndTheRestGoesOn() {
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.FAILED), null));
        job = weir.start(weir.config());

        events.send(0, "no JSON");
        events.send(0, "{\"userId\": \"no outcome\", \"at\": 1000}");
        events.send(0, "");
        events.login(0, "ann", "failed", 1_000);

        alerts.until(records -> assertThat(Alerts.texts(records)).containsExactly("ann failed at 1000"));
        try (Received dead = new Received(weir.topics.deadLetter())) {
            dead.until(records -> assertThat(records)
                    .extracting(record -> Received.header(record, Headers.OFFSET), Received::text)
                    .containsExactlyInAnyOrder(
                            tuple("0", "no JSON"),
                            tuple("1", "{\"userId\": \"no outcome\", \"at\": 1000}"),
                            tuple("2", "")));
            assertThat(dead.soFar()).allSatisfy(record -> {
                assertThat(Received.header(record, Headers.REASON)).isNotEmpty();
                assertThat(Received.header(record, Headers.TOPIC)).isEqualTo(logins);
                assertThat(Received.header(record, Headers.TENANT)).isEqualTo("default");
                assertThat(Received.header(record, Headers.ENGINE)).isEqualTo("main");
            });
        }
    }

    @Test
    void eventFromTheFuture_makesNoOtherLate() {
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.FAILED), null));
        job = weir.start(weir.config());
        long nextCentury = 4_102_444_800_000L;

        events.login(0, "marty", "failed", nextCentury);
        events.login(0, "ann", "failed", 1_000);

        alerts.until(records -> assertThat(Alerts.texts(records)).containsExactly("ann failed at 1000"));
        try (Received dead = new Received(weir.topics.deadLetter())) {
            dead.until(records -> assertThat(records).singleElement().satisfies(record -> {
                assertThat(Received.text(record)).contains("marty");
                assertThat(Received.header(record, Headers.REASON)).contains("2100-01-01T00:00:00Z", "--max-ahead");
            }));
        }
    }

    @Test
    void lateEvent_goesToTheLateTopicAndIsNotEvaluated() {
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.FAILED), null));
        job = weir.start(weir.config());

        events.login(0, "ann", "failed", 10_000);
        events.login(0, "in-time", "failed", 9_000);
        events.login(0, "late", "failed", 8_999);
        events.login(0, "eve", "failed", 20_000);

        alerts.until(records -> assertThat(Alerts.texts(records))
                .containsExactly("in-time failed at 9000", "ann failed at 10000", "eve failed at 20000"));
        try (Received late = new Received(weir.topics.late())) {
            late.until(records -> assertThat(records).singleElement().satisfies(record -> {
                assertThat(Received.text(record)).contains("\"late\"");
                assertThat(Received.header(record, Headers.REASON)).contains("1000 ms", "Login");
                assertThat(Received.header(record, Headers.OFFSET)).isEqualTo("2");
            }));
        }
    }

    @Test
    void alertThatIsTooLong_goesToTheDeadLettersAndTheRestGoesOn() {
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.FAILED), null));
        var config = weir.config();
        job = weir.start(config.withKafka(config.kafka().withMaxRecordBytes(10_000)));

        events.login(0, "x".repeat(20_000), "failed", 1_000);
        events.login(0, "ann", "failed", 2_000);

        alerts.until(records -> assertThat(Alerts.texts(records)).containsExactly("ann failed at 2000"));
        try (Received dead = new Received(weir.topics.deadLetter())) {
            dead.until(records -> assertThat(records)
                    .singleElement()
                    .satisfies(record -> assertThat(Received.header(record, Headers.REASON))
                            .contains("too long", weir.topics.alerts())));
        }
    }
}
