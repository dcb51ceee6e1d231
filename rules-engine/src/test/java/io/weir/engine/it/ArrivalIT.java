package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.StatusReport;
import io.weir.engine.EvaluationTime;
import io.weir.engine.JobConfig;
import io.weir.engine.publish.Publisher;
import java.time.Duration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ArrivalIT {

    private static final long HOUR = 3_600_000;

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    private final Installation weir = new Installation();
    private final Publisher publisher = new Publisher("default");

    @Test
    void events_onArrival_areAnsweredThoughAnotherPartitionHoldsTheWatermarkBack() throws Exception {
        String logins = weir.eventTopic("logins", 2);
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.BURST), null));
        var job = weir.start(onArrival());

        try (Events events = new Events(logins);
                Received alerts = weir.alerts();
                Received status = weir.status()) {
            events.login(1, "eve", "ok", 1_000);
            for (int i = 0; i < 3; i++) {
                events.login(0, "ann", "failed", HOUR + i);
            }

            alerts.until(records -> assertThat(Alerts.texts(records)).containsExactly("ann: 3 failures"));
            status.until(records -> assertThat(weir.latestReports(status).values())
                    .hasSize(8)
                    .extracting(StatusReport::time)
                    .containsOnly("arrival"));
            assertThat(weir.latestReports(status).values())
                    .allMatch(report -> report.watermark() == null || report.watermark() < HOUR);
        } finally {
            job.cancel().get();
        }
    }

    /** No partition is taken to be idle before the test has ended. */
    private JobConfig onArrival() {
        JobConfig config = weir.config();
        return config.withTiming(
                config.timing().withIdleness(Duration.ofHours(1)).withEvaluation(EvaluationTime.ARRIVAL));
    }
}
