package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.Checkpoints;
import io.weir.engine.publish.Publisher;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExactlyOnceIT {

    private static final int USERS = 50;
    private static final int LOGINS = 40;

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    @ParameterizedTest
    @EnumSource(Checkpoints.Backend.class)
    void alerts_acrossALostTaskManager_areNeitherLostNorTwice(
            Checkpoints.Backend backend, @TempDir Path directory, @InjectMiniCluster MiniCluster cluster)
            throws Exception {
        Installation weir = new Installation();
        String logins = weir.eventTopic("logins", 2);
        Publisher publisher = new Publisher("default");
        weir.control.commit(
                publisher.released(publisher.draft(Rules.login(logins) + Rules.FAILED + Rules.BURST), null));
        var config = weir.config();
        var job = weir.start(config.withCheckpoints(config.checkpoints()
                .withBackend(backend)
                .withDirectory(directory.toUri().toString())));

        try (Events events = new Events(logins);
                Received alerts = weir.alerts()) {
            send(events, 0, LOGINS / 2);
            alerts.until(records -> assertThat(records).hasSizeGreaterThan(USERS));

            cluster.terminateTaskManager(0).get();
            send(events, LOGINS / 2, LOGINS);
            cluster.startTaskManager();

            assertExact(events, alerts);
        } finally {
            job.cancel().get();
        }
    }

    @Test
    void alerts_acrossASavepointAndAnotherParallelism_areNeitherLostNorTwice(@TempDir Path directory) throws Exception {
        Installation weir = new Installation();
        String logins = weir.eventTopic("logins", 2);
        Publisher publisher = new Publisher("default");
        weir.control.commit(
                publisher.released(publisher.draft(Rules.login(logins) + Rules.FAILED + Rules.BURST), null));
        var first = weir.start(weir.config());

        try (Events events = new Events(logins);
                Received alerts = weir.alerts()) {
            send(events, 0, LOGINS / 2);
            alerts.until(records -> assertThat(records).hasSizeGreaterThan(USERS));
            String savepoint = first.stopWithSavepoint(
                            false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get(60, TimeUnit.SECONDS);
            send(events, LOGINS / 2, LOGINS);

            var second = weir.start(weir.config().withParallelism(1), savepoint);
            try {
                assertExact(events, alerts);
            } finally {
                second.cancel().get();
            }
        }
    }

    private static void assertExact(Events events, Received alerts) {
        Set<String> expected = expected();
        alerts.until(records -> assertThat(new HashSet<>(Alerts.texts(records))).isEqualTo(expected));
        assertThat(Alerts.texts(alerts.soFar())).hasSameSizeAs(expected);
        assertThat(alerts.soFar())
                .extracting(record -> Received.header(record, "ce_id"))
                .doesNotHaveDuplicates();
    }

    private static void send(Events events, int from, int to) {
        for (int i = from; i < to; i++) {
            for (int user = 0; user < USERS; user++) {
                events.login(user % 2, "u" + user, "failed", 1_000L * i + user);
            }
        }
        events.flush();
    }

    /** Every failed login alerts, and from a user's third on the burst alerts too. */
    private static Set<String> expected() {
        Set<String> texts = new HashSet<>();
        for (int user = 0; user < USERS; user++) {
            for (int i = 0; i < LOGINS; i++) {
                texts.add("u" + user + " failed at " + (1_000L * i + user));
                if (i >= 2) {
                    texts.add("u" + user + ": " + (i + 1) + " failures");
                }
            }
        }
        return texts;
    }
}
