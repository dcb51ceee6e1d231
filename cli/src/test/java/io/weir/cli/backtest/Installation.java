package io.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.admin.AdminConfig;
import io.weir.admin.AdminServer;
import io.weir.cli.roles.LocalFlink;
import io.weir.cli.roles.Parts;
import io.weir.cli.roles.Ports;
import io.weir.cli.rules.ModelDirectories;
import io.weir.engine.Checkpoints;
import io.weir.engine.JobConfig;
import io.weir.engine.Timing;
import io.weir.engine.WeirJob;
import io.weir.localkafka.LocalKafka;
import io.weir.samples.SampleFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A broker and a server; engines come and go. */
final class Installation implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PACKS = Path.of("src/test/resources/replay");
    /** Nothing here may depend on how fast a partition is read: none is ever taken to be idle while it is. */
    private static final Timing TIMING =
            Timing.DEFAULT.withWatermarkInterval(Duration.ofMillis(20)).withIdleness(Duration.ofMinutes(5));

    private final Parts parts = new Parts();
    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalKafka kafka = parts.add(LocalKafka.start());
    private final AdminServer server = parts.add(AdminServer.start(AdminConfig.of(kafka.bootstrapServers())
            .withPort(Ports.free("port", 0))
            .withPatience(Duration.ofSeconds(30))));
    private final String key = Objects.requireNonNull(server.oneTimeKey());

    String servers() {
        return kafka.bootstrapServers();
    }

    JobConfig config(int parallelism) {
        return JobConfig.of("main", servers())
                .withCheckpoints(Checkpoints.every(Duration.ofMillis(200)).withBackend(Checkpoints.Backend.HEAP))
                .withTiming(TIMING)
                .withParallelism(parallelism);
    }

    /** @param from a savepoint; null: anew */
    LocalFlink start(JobConfig config, @Nullable String from) throws Exception {
        LocalFlink flink =
                LocalFlink.start(Ports.free("port", 0), config.parallelism(), parts.temporaryDirectory("weir-replay-"));
        flink.submit("weir main", from, env -> WeirJob.define(env, config));
        return flink;
    }

    /** Packs of the test's resources, by their names. */
    static ObjectNode packs(String... names) {
        ObjectNode request = JSON.createObjectNode();
        for (String name : names) {
            source(request, name, read(PACKS.resolve(name + ".weir")));
        }
        return request;
    }

    static ObjectNode source(ObjectNode request, String name, String text) {
        request.withArray("sources").addObject().put("name", name + ".weir").put("text", text);
        return request;
    }

    static ObjectNode retiring(ObjectNode request, String rule) {
        request.withArray("retire").add(rule);
        return request;
    }

    static ObjectNode effectiveFrom(ObjectNode request, long millis) {
        return request.put("requestedFrom", Instant.ofEpochMilli(millis).toString());
    }

    JsonNode publish(ObjectNode request) {
        return publish("default", request);
    }

    JsonNode publish(String tenant, ObjectNode request) {
        return send(
                "POST", "/api/v1/releases", tenant, "application/json", BodyPublishers.ofString(request.toString()));
    }

    /** With an engine that has seen no event, what is made live now was live since always. */
    void publishOutside() {
        awaitEngines(true);
        putEntries("watched", "[\"c1\",\"c3\"]");
        pushModel("default", "fraud", SampleFolders.story("card-fraud/model-v1"));
    }

    private void putEntries(String list, String json) {
        send("PUT", "/api/v1/lists/" + list, "default", "application/json", BodyPublishers.ofString(json));
    }

    void pushModel(String tenant, String name, Path directory) {
        byte[] zip = ModelDirectories.read(directory).toZip();
        send("PUT", "/api/v1/models/" + name, tenant, "application/zip", BodyPublishers.ofByteArray(zip));
    }

    /** A publish asks the tasks of engines that were heard of within seconds. */
    void awaitEngines(boolean alive) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode status = send("GET", "/api/v1/status", "default", "application/json", BodyPublishers.noBody());
            assertThat(status.path("engines"))
                    .anyMatch(engine -> engine.path("alive").asBoolean() == alive);
        });
    }

    private JsonNode send(String method, String path, String tenant, String type, BodyPublisher body) {
        URI uri = server.uri().resolve(path + "?tenant=" + tenant);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .method(method, body)
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<String> lines(Path file) {
        return read(file).lines().toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
