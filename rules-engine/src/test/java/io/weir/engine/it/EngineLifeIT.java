package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dsl.contract.StatusReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EngineLifeIT {

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    @Test
    void engine_withoutRules_reportsFromEveryTaskAndStopsWithASavepoint(@TempDir Path directory) throws Exception {
        Installation weir = new Installation();

        JobClient job = weir.start(weir.config());

        try (Received status = new Received(weir.topics.status())) {
            status.until(records -> assertThat(Installation.reports(records))
                    .extracting(StatusReport::key)
                    .contains(
                            "main/route/0",
                            "main/route/1",
                            "main/evaluate/0",
                            "main/evaluate/1",
                            "main/route-alerts/0",
                            "main/route-alerts/1",
                            "main/evaluate-alerts/0",
                            "main/evaluate-alerts/1"));
        }
        String savepoint = job.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                .get(30, TimeUnit.SECONDS);
        assertThat(savepoint).isNotEmpty();
        await().untilAsserted(() -> assertThat(threads()).noneMatch(EngineLifeIT::isOfASourceOrSink));
    }

    private static boolean isOfASourceOrSink(String thread) {
        return thread.startsWith("Source Data Fetcher")
                || thread.startsWith("kafka-producer")
                || thread.startsWith("kafka-coordinator");
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
