package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.weir.engine.contract.AlertPage;
import io.weir.engine.publish.Publisher;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.tools.ToolProvider;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Alerts as those see them who know docs/alerts.md alone: the page's own program, and the CloudEvents library. */
class ReadAlertsIT {

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    private final Installation weir = new Installation();
    private final Publisher publisher = new Publisher("default");
    private final String logins = weir.eventTopic("logins", 1);

    @Test
    void alert_onARealBroker_isReadByThePagesProgramAndIsACloudEvent(@TempDir Path directory) throws Exception {
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + Rules.BURST), null));
        JobClient engine = weir.start(weir.config());
        try (Events events = new Events(logins);
                Received alerts = weir.alerts()) {
            for (int i = 0; i < 3; i++) {
                events.login(0, "ann", "failed", 1_000 + i);
            }
            ConsumerRecord<byte[], byte[]> record =
                    alerts.until(records -> assertThat(records).hasSize(1)).get(0);
            CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();

            assertThat(event.getId()).matches("[0-9a-f]{32}");
            assertThat(event.getSource()).isEqualTo(URI.create("/weir/default/main"));
            assertThat(event.getSubject()).isEqualTo("Burst");
            assertThat(event.getTime().toInstant()).isEqualTo(Instant.ofEpochMilli(1_002));
            assertThat(event.getData().toBytes()).isEqualTo(record.value());
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("default/ann");
            assertThat(firstLine(directory)).isEqualTo("default/ann " + Received.text(record));
        } finally {
            engine.cancel().get();
        }
    }

    private String firstLine(Path directory) throws Exception {
        Path source = Files.writeString(directory.resolve("ReadAlerts.java"), AlertPage.block("java"));
        String classPath = System.getProperty("java.class.path");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath, "-d", directory.toString(), source.toString());
        assertThat(failed).isZero();
        Path out = directory.resolve("out");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        directory + File.pathSeparator + classPath,
                        "ReadAlerts",
                        Broker.servers(),
                        weir.topics.alerts())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            String prefix = "default/";
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> Files.readAllLines(out).stream().anyMatch(line -> line.startsWith(prefix)));
            return Files.readAllLines(out).stream()
                    .filter(line -> line.startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        } finally {
            program.destroyForcibly().waitFor();
        }
    }
}
