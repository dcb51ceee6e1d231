package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.admin.AdminConfig;
import io.weir.admin.AdminServer;
import io.weir.cli.remote.Contexts;
import io.weir.cli.roles.BackfillRuns;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.Topics;
import io.weir.engine.Checkpoints;
import io.weir.engine.JobConfig;
import io.weir.engine.Timing;
import io.weir.engine.WeirJob;
import io.weir.engine.evaluate.Decoders;
import io.weir.localkafka.LocalKafka;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are started warm on a busy system, against the same rules, live from the beginning, under other names. */
class WarmStartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final int USERS = 7;
    /** Of event time between two events. */
    private static final int STEP_MILLIS = 100;

    private static final String STREAM = """
            event Payment {
              userId: text
              amount: int
              at: timestamp
            } time at, up to 2 seconds late, from topic "payments"

            rule "Bystander" on Payment by userId
              when at least 1 Payment within 1 second
              then alert low "{userId} {amount}"
            """;

    private final long seed = 20261122;
    private final Random random = new Random(seed);
    private int sent;

    @TempDir
    Path folder;

    @Test
    void rulesStartedWarm_underLoadAndWithAFailure_alertAsIfLiveFromTheBeginning() throws Exception {
        try (LocalKafka kafka = LocalKafka.start();
                AdminServer server = server(kafka.bootstrapServers());
                Payments payments = new Payments(kafka.bootstrapServers());
                MiniCluster flink = flink()) {
            createTopic(kafka.bootstrapServers());
            publish(server, "always.weir", STREAM + rules("always"));
            start(flink, kafka.bootstrapServers());
            payments.send(6_000);
            awaitWatermark(server, payments);

            try (Load load = new Load(payments);
                    Running warm = publishWarm(server)) {
                await().atMost(PATIENCE).until(() -> isFilling(server));
                flink.terminateTaskManager(0).get();
                flink.startTaskManager();
                await().atMost(PATIENCE).until(warm::ended);
                assertThat(warm.exitCode()).as(warm.err() + warm.out()).isEqualTo(ExitCode.GOOD);
                assertThat(warm.out()).contains("rule sum-warm@1 shadow", "~ rule sum-warm@1", "live on 8 of 8 tasks");
                load.awaitMore(2_000);
            }
            payments.end();

            List<JsonNode> alerts = alerts(kafka.bootstrapServers(), payments);
            long liveFrom = liveFrom(server);
            assertThat(of(alerts, "warm", liveFrom)).as("seed %d", seed).hasSizeGreaterThan(1_000);
            assertThat(of(alerts, "warm", Long.MIN_VALUE)).hasSameSizeAs(of(alerts, "warm", liveFrom));
            assertThat(difference(of(alerts, "warm", liveFrom), of(alerts, "always", liveFrom)))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(of(alerts, "Bystander").count()).isEqualTo(sent);
        }
    }

    private static String rules(String name) {
        return """
                rule "Sum NAME" on Payment by userId
                  when sum of amount over the last 8 minutes > 0
                  then alert "{userId}: {sum}"

                rule "Steps NAME" on Payment by userId
                  every 30 seconds
                  when count of Payment over the last 5 minutes > 0
                  then alert "{userId}: {count}"
                """.replace("NAME", name);
    }

    private static AdminServer server(String kafka) {
        AdminConfig config = AdminConfig.of(kafka).withPort(0);
        AdminServer server = AdminServer.start(
                config, new BackfillRuns(config.kafka(), config.topics(), Decoders.in(ZoneOffset.UTC)));
        String key = Objects.requireNonNull(server.oneTimeKey());
        Contexts.read()
                .with("warm", new Contexts.Context(server.uri().toString(), key, null))
                .save();
        return server;
    }

    private static MiniCluster flink() throws Exception {
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(new Configuration())
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(2)
                .build());
        cluster.start();
        return cluster;
    }

    private void start(MiniCluster flink, String kafka) throws Exception {
        Checkpoints checkpoints = Checkpoints.every(Duration.ofMillis(700))
                .withBackend(Checkpoints.Backend.HEAP)
                .withDirectory(folder.resolve("checkpoints").toUri().toString());
        // A partition that is slow on a busy machine must not be taken to be idle: its events would be late.
        JobConfig config = JobConfig.of("it", kafka)
                .withParallelism(2)
                .withCheckpoints(checkpoints)
                .withTiming(Timing.DEFAULT.withIdleness(PATIENCE));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
        WeirJob.define(env, config);
        flink.submitJob(env.getStreamGraph().getJobGraph()).get();
    }

    private static void createTopic(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic("payments", 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void publish(AdminServer server, String file, String text) throws IOException {
        Path pack = Files.writeString(folder.resolve(file), text);
        Ran ran = Ran.weir("publish", pack.toString(), "--server", server.uri().toString());
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.GOOD);
    }

    private Running publishWarm(AdminServer server) throws IOException {
        Path pack = Files.writeString(folder.resolve("warm.weir"), rules("warm"));
        return Running.weir(
                "publish", pack.toString(), "--warm", "--server", server.uri().toString());
    }

    /** Some of the past is in the windows, and no checkpoint has all of it. */
    private static boolean isFilling(AdminServer server) throws Exception {
        JsonNode start = ask(request(server, "/api/v1/warm-starts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"backfill\": 2}")));
        return start.path("phase").asText().equals("filling")
                || start.path("copied").asLong() > 0;
    }

    private static HttpRequest.Builder request(AdminServer server, String path) {
        return HttpRequest.newBuilder(server.uri().resolve(path))
                .header("Authorization", "Bearer " + server.oneTimeKey());
    }

    private static JsonNode ask(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return ContractJson.MAPPER.readTree(answer.body());
    }

    private static void awaitWatermark(AdminServer server, Payments payments) {
        await().atMost(PATIENCE).until(() -> {
            String watermark = ask(request(server, "/api/v1/status"))
                    .path("engines")
                    .path(0)
                    .path("watermark")
                    .asText();
            return !watermark.isEmpty()
                    && Instant.parse(watermark).isAfter(payments.now().minusSeconds(10));
        });
    }

    /** The event time from which on the warm rules are live. */
    private static long liveFrom(AdminServer server) throws Exception {
        JsonNode release = ask(request(server, "/api/v1/releases/3"));
        return Instant.parse(release.path("effectiveFrom").asText()).toEpochMilli();
    }

    private List<JsonNode> alerts(String kafka, Payments payments) {
        List<JsonNode> alerts = new ArrayList<>();
        Map<String, Object> config = Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.DEFAULT.alerts()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            // The last events' alerts come with a later watermark: so the end is told by others.
            await().atMost(PATIENCE).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> alerts.add(read(record.value())));
                assertThat(of(alerts, "Bystander").count()).isGreaterThanOrEqualTo(sent);
            });
            consumer.poll(Duration.ofSeconds(2)).forEach(record -> alerts.add(read(record.value())));
        }
        return alerts;
    }

    private static Stream<JsonNode> of(List<JsonNode> alerts, String rule) {
        return alerts.stream().filter(alert -> alert.path("rule").asText().equals(rule));
    }

    private static JsonNode read(byte[] alert) {
        return ContractJson.read(alert, JsonNode.class);
    }

    /** What the rules of that name told, but for what is in their names. */
    private static List<String> of(List<JsonNode> alerts, String name, long from) {
        return alerts.stream()
                .filter(alert -> alert.path("rule").asText().endsWith(" " + name))
                .filter(alert -> Instant.parse(alert.path("time").asText()).toEpochMilli() >= from)
                .map(alert -> alert.path("rule").asText().replace(" " + name, "") + " " + alert.path("time") + " "
                        + alert.path("text") + " " + alert.path("values") + " " + alert.path("events"))
                .sorted()
                .toList();
    }

    private static List<String> difference(List<String> actual, List<String> expected) {
        Map<String, Integer> counts = new TreeMap<>();
        actual.forEach(alert -> counts.merge(alert, 1, Integer::sum));
        expected.forEach(alert -> counts.merge(alert, -1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> (entry.getValue() > 0 ? "too much: " : "missing: ") + entry.getKey())
                .limit(20)
                .toList();
    }

    /** Seeded payments on two partitions, out of order within the stream's lateness. */
    private final class Payments implements AutoCloseable {

        private final KafkaProducer<byte[], byte[]> producer;

        Payments(String kafka) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer());
        }

        Instant now() {
            return START.plusMillis((long) sent * STEP_MILLIS);
        }

        synchronized void send(int count) {
            for (int i = 0; i < count; i++) {
                // Many of them at one time.
                long time = now().toEpochMilli() / 500 * 500 - random.nextInt(3) * 500L;
                send(time);
            }
            producer.flush();
        }

        private void send(long time) {
            String json = "{\"userId\":\"u" + random.nextInt(USERS) + "\",\"amount\":" + random.nextInt(100)
                    + ",\"at\":" + time + "}";
            producer.send(new ProducerRecord<>("payments", sent % 2, null, json.getBytes(StandardCharsets.UTF_8)));
            sent++;
        }

        /** So that event time passes all that was sent, on both partitions. */
        synchronized void end() {
            long after = now().plusSeconds(30).toEpochMilli();
            send(after);
            send(after);
            sent -= 2;
            producer.flush();
        }

        @Override
        public void close() {
            producer.close();
        }
    }

    /** Payments that come all the time. */
    private final class Load implements AutoCloseable {

        private final Payments payments;
        private final Thread thread = new Thread(this::run, "payments");
        private volatile boolean closed;

        Load(Payments payments) {
            this.payments = payments;
            thread.start();
        }

        private void run() {
            while (!closed) {
                payments.send(10);
                LockSupport.parkNanos(20_000_000);
            }
        }

        void awaitMore(int count) {
            int enough = sent + count;
            await().atMost(PATIENCE).until(() -> sent >= enough);
        }

        @Override
        public void close() throws InterruptedException {
            closed = true;
            thread.join();
        }
    }
}
