package io.weir.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.admin.http.PortInUseException;
import io.weir.admin.http.UnknownAddressException;
import io.weir.admin.store.Cluster;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlCodec;
import io.weir.dsl.contract.Prepare;
import io.weir.models.ModelPackage;
import io.weir.models.flinkml.FlinkMlDirectories;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishIT {

    private final Cluster cluster = SharedKafka.newCluster();
    private final String prefix = cluster.topics().prefix();
    private AdminServer server;
    private Api api;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        server = AdminServer.start(config());
        api = new Api(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private AdminConfig config() {
        return AdminConfig.of(SharedKafka.BROKER.bootstrapServers())
                .withTopics(cluster.topics())
                .withPort(0)
                .withPatience(Duration.ofSeconds(2));
    }

    @Test
    void publish_ofAPack_isOneReleaseOfItsDeclarations() throws Exception {
        JsonNode first = publishAll(Packs.login(prefix), Packs.burst(10), Packs.root(prefix + ".roots"));

        assertThat(first.path("epoch").asLong()).isEqualTo(1);
        assertThat(first.has("effectiveFrom")).as("since always").isFalse();
        assertThat(first.path("who").asText()).isEqualTo("key:one-time");
        assertThat(first.path("applied").path("of").asInt()).isZero();
        assertThat(names(first)).containsExactly("stream/login@1", "rule/failed-login-burst@1", "rule/root-login@1");
        assertThat(topics()).contains(prefix + ".logins", prefix + ".roots", prefix + ".alerts", prefix + ".control");
        JsonNode rule = api.get("/api/v1/rules").json().path("rules").path(0);
        assertThat(rule.path("title").asText()).isEqualTo("Failed-login burst");
        assertThat(rule.path("severity").asText()).isEqualTo("high");
        assertThat(rule.path("owner").asText()).isEqualTo("identity-risk");
        assertThat(rule.path("text").asText()).startsWith("# Credential stuffing.");
        assertThat(rule.path("streams").path(0).asText()).isEqualTo("Login");
    }

    @Test
    void publish_ofWhatIsLiveAlready_makesNoRelease() {
        publishAll(Packs.login(prefix), Packs.burst(10));

        JsonNode again =
                api.publish(Packs.login(prefix), Packs.burst(10)).expect(200).json();
        assertThat(again.path("changed").asBoolean()).isFalse();
        assertThat(again.path("epoch").asLong()).isEqualTo(1);

        JsonNode changed = publishAll(Packs.login(prefix), Packs.burst(5));
        assertThat(names(changed)).containsExactly("rule/failed-login-burst@2");
        assertThat(changed.path("changes").path(0).path("was").path("revision").asInt())
                .isEqualTo(1);
    }

    @Test
    void publish_withNoEngineRunning_countsFromNowUnlessAskedOtherwise() {
        Instant before = Instant.now();
        publishAll(Packs.login(prefix), Packs.burst(10));

        Instant second = effectiveFrom(publishAll(Packs.burst(11)));
        assertThat(second).isBetween(before.minusMillis(1), Instant.now());

        ObjectNode request = Api.sources(Packs.burst(12)).put("requestedFrom", "2100-01-01T00:00:00Z");
        Instant asked =
                effectiveFrom(api.post("/api/v1/releases", request).expect(201).json());
        assertThat(asked).isEqualTo("2100-01-01T00:00:00Z");

        ObjectNode earlier = Api.sources(Packs.burst(13)).put("requestedFrom", "2020-01-01T00:00:00Z");
        assertThat(effectiveFrom(
                        api.post("/api/v1/releases", earlier).expect(201).json()))
                .as("never before the release ahead of it")
                .isEqualTo("2100-01-01T00:00:00Z");
    }

    @Test
    void publish_ofSourcesWithMistakes_tellsAllAndChangesNothing() {
        StringBuilder pack = new StringBuilder(Packs.login(prefix));
        for (int i = 1; i <= 20; i++) {
            pack.append("rule \"Wrong %d\" on Login when nothing%d is \"x\" then alert \"{userId}\"%n".formatted(i, i));
        }

        JsonNode validation = api.validate(pack.toString()).expect(200).json();
        Api.Answer refusal = api.publish(pack.toString()).expect(422);

        assertThat(validation.path("ok").asBoolean()).isFalse();
        assertThat(validation.path("diagnostics")).hasSize(20);
        assertThat(validation.path("diagnostics").path(0).path("file").asText()).isEqualTo("file1.weir");
        assertThat(validation.path("rendered").asText()).contains("file1.weir:6:", "nothing1", "nothing20");
        assertThat(refusal.code()).isEqualTo("rules-invalid");
        assertThat(refusal.type()).isEqualTo("application/problem+json");
        assertThat(refusal.json().path("diagnostics")).hasSize(20);
        assertThat(epoch()).isZero();
    }

    @Test
    void validate_ofAGoodPack_saysWhatWouldChange() {
        publishAll(Packs.login(prefix), Packs.burst(10));

        JsonNode validation = api.validate(Packs.burst(11), Packs.root(prefix + ".roots"))
                .expect(200)
                .json();

        assertThat(validation.path("ok").asBoolean()).isTrue();
        assertThat(validation.path("changes"))
                .extracting(change -> change.path("name").asText())
                .containsExactly("failed-login-burst", "root-login");
        assertThat(epoch()).isEqualTo(1);
    }

    @Test
    void publish_ofAStreamThatBreaksALiveRule_isRefusedAndNamesTheRule() {
        publishAll(Packs.login(prefix), Packs.burst(10));

        Api.Answer refusal =
                api.publish(Packs.login(prefix).replace("outcome", "result")).expect(422);
        assertThat(refusal.code()).isEqualTo("breaks-live-rules");
        assertThat(refusal.json().path("detail").asText()).contains("rule/failed-login-burst@1");

        publishAll(
                Packs.login(prefix).replace("outcome", "result"),
                Packs.burst(10).replace("outcome", "result"));
        assertThat(epoch()).isEqualTo(2);
    }

    @Test
    void publish_ofAChangedStream_givesItANewSchemaId() {
        publishAll(Packs.login(prefix), Packs.burst(10));
        publishAll(Packs.login(prefix).replace("at: timestamp", "at: timestamp\n  city: text?"));

        List<Integer> schemas = TopicContent.of(cluster, cluster.topics().control()).stream()
                .map(record -> ControlCodec.read(record.key(), record.value()))
                .flatMap(Optional::stream)
                .filter(Artifact.class::isInstance)
                .map(Artifact.class::cast)
                .filter(artifact -> artifact.id().kind() == ArtifactKind.STREAM)
                .map(Artifact::schemaId)
                .toList();
        assertThat(schemas).containsExactly(1, 2);
    }

    @Test
    void publish_expectingAnotherEpoch_isRefused() {
        publishAll(Packs.login(prefix), Packs.burst(10));
        publishAll(Packs.burst(11));

        Api.Answer stale =
                api.post("/api/v1/releases", Api.sources(Packs.burst(12)).put("expectedEpoch", 1));
        stale.expect(412);
        assertThat(stale.code()).isEqualTo("stale-epoch");
        assertThat(stale.json().path("actualEpoch").asLong()).isEqualTo(2);

        api.post("/api/v1/releases", Api.sources(Packs.burst(12)).put("expectedEpoch", 2))
                .expect(201);
    }

    @Test
    void publish_contendedOnTwoServers_losesNone() throws Exception {
        publishAll(Packs.login(prefix));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (AdminServer other = AdminServer.start(config())) {
            List<Future<List<Long>>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                Api mine = new Api(writer % 2 == 0 ? server : other);
                String topic = prefix + ".t" + writer;
                writers.add(pool.submit(() -> publishTimes(mine, topic, 6)));
            }
            List<Long> epochs = new ArrayList<>();
            for (Future<List<Long>> writer : writers) {
                epochs.addAll(writer.get());
            }

            assertThat(epochs)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(2, 25).boxed().toList());
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Long> publishTimes(Api api, String topic, int times) {
        List<Long> epochs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String rule = Packs.root(topic).replace("Root login", "Root " + topic + " " + i);
            epochs.add(api.publish(rule).expect(201).json().path("epoch").asLong());
        }
        return epochs;
    }

    @Test
    void publish_withAnEngineRunning_countsFromRightAfterTheHighestAnswer() throws Exception {
        publishAll(Packs.login(prefix), Packs.burst(10));
        try (FakeEngine engine = new FakeEngine(cluster, 5_000L, 7_000L, 6_000L)) {
            awaitEngine();
            ObjectNode first = Api.sources(Packs.burst(11)).put("wait", "10s");

            JsonNode published = api.post("/api/v1/releases", first).expect(201).json();

            assertThat(effectiveFrom(published).toEpochMilli()).isEqualTo(7_001);
            assertThat(published.path("mode").asText()).isEqualTo("as_of");
            assertThat(published.path("applied").path("tasks").asInt()).isEqualTo(6);
            assertThat(published.path("applied").path("of").asInt()).isEqualTo(6);
            assertThat(published.path("millis").asLong()).isBetween(0L, 5_000L);
            assertThat(published.has("appliedAt")).isTrue();
            assertThat(prepares())
                    .extracting(Prepare::status)
                    .containsExactly(Prepare.Status.PENDING, Prepare.Status.COMMITTED);

            ObjectNode later = Api.sources(Packs.burst(12)).put("requestedFrom", "1970-01-01T00:00:09Z");
            assertThat(effectiveFrom(api.post("/api/v1/releases", later)
                                    .expect(201)
                                    .json())
                            .toEpochMilli())
                    .as("what was asked for, where it is later than every answer")
                    .isEqualTo(9_000);
        }
    }

    @Test
    void publish_thatATaskDoesNotAnswer_isRefusedAbortedAndChangesNothing() throws Exception {
        publishAll(Packs.login(prefix), Packs.burst(10));
        try (FakeEngine engine = new FakeEngine(cluster, 5_000L, 7_000L)) {
            awaitEngine();
            engine.silence(1);

            Api.Answer refusal = api.publish(Packs.burst(11)).expect(409);

            assertThat(refusal.code()).isEqualTo("not-confirmed");
            assertThat(refusal.json().path("missing"))
                    .extracting(JsonNode::asText)
                    .containsExactly("fake/evaluate/1", "fake/route/1");
            assertThat(epoch()).isEqualTo(1);
            assertThat(prepares())
                    .extracting(Prepare::status)
                    .containsExactly(Prepare.Status.PENDING, Prepare.Status.ABORTED);

            engine.unsilence(1);
            JsonNode published = publishAll(Packs.burst(11));
            assertThat(effectiveFrom(published).toEpochMilli()).isEqualTo(7_001);
            assertThat(names(published))
                    .as("what was left behind is used")
                    .containsExactly("rule/failed-login-burst@2");
        }
    }

    @Test
    void publish_thatATaskDoesNotAnswer_goesOnWhenSeenWhereAsked() throws Exception {
        publishAll(Packs.login(prefix), Packs.burst(10));
        try (FakeEngine engine = new FakeEngine(cluster, 5_000L, 7_000L)) {
            awaitEngine();
            engine.silence(1);

            ObjectNode request = Api.sources(Packs.burst(11)).put("whenSeen", true);
            JsonNode published =
                    api.post("/api/v1/releases", request).expect(201).json();

            assertThat(published.path("mode").asText()).isEqualTo("when_seen");
            assertThat(effectiveFrom(published).toEpochMilli()).isEqualTo(5_001);
        }
    }

    @Test
    void publish_afterAServerThatEndedBetweenThePhases_abortsWhatItLeft() {
        publishAll(Packs.login(prefix), Packs.burst(10));
        Prepare left = new Prepare(
                "default", 2, null, List.of(), Instant.now().minusSeconds(60), "left", Prepare.Status.PENDING);
        Abandoned.write(cluster, left);

        JsonNode published = publishAll(Packs.burst(11));

        assertThat(published.path("epoch").asLong()).isEqualTo(2);
        assertThat(prepares())
                .extracting(Prepare::status)
                .containsExactly(Prepare.Status.PENDING, Prepare.Status.ABORTED);
    }

    @Test
    void states_ofRules_changeByReleases() {
        publishAll(Packs.login(prefix), Packs.burst(10), Packs.root(prefix + ".roots"));

        change("pause", "Failed-login burst");
        assertThat(states()).containsExactly("failed-login-burst paused", "root-login live");
        publishAll(Packs.burst(11));
        assertThat(states())
                .as("new text, still paused")
                .containsExactly("failed-login-burst paused", "root-login live");
        change("resume", "failed-login-burst");
        change("retire", "Root login");
        assertThat(states()).containsExactly("failed-login-burst live");
        assertThat(epoch()).isEqualTo(5);

        Api.Answer unknown =
                api.post("/api/v1/releases", names("retire", "Root login")).expect(422);
        assertThat(unknown.code()).isEqualTo("unknown-name");
        Api.Answer needed =
                api.post("/api/v1/releases", names("retire", "stream/login")).expect(422);
        assertThat(needed.code()).isEqualTo("breaks-live-rules");
        JsonNode releases = api.get("/api/v1/releases?limit=2").json().path("releases");
        assertThat(releases).hasSize(2);
        assertThat(names(releases.path(0))).containsExactly("rule/root-login@1");
        assertThat(releases.path(0).path("changes").path(0).path("state").asText())
                .isEqualTo("retired");
        assertThat(api.get("/api/v1/releases/1").json().path("changes")).hasSize(3);
        api.get("/api/v1/releases/99").expect(404);
    }

    @Test
    void publish_ofATopicOfWeirsOwnOrOfNoTopic_isRefused() {
        publishAll(Packs.login(prefix));

        Api.Answer own = api.publish(Packs.root(cluster.topics().control())).expect(422);
        assertThat(own.code()).isEqualTo("topic-reserved");
        JsonNode validation =
                api.validate(Packs.root(cluster.topics().control())).json();
        assertThat(validation.path("refusal").path("code").asText()).isEqualTo("topic-reserved");
    }

    @Test
    void publish_ofANameThatIsTakenInIds_isRefusedUnlessTheOtherIsRetired() {
        publishAll(Packs.login(prefix), Packs.root(prefix + ".roots"));
        String renamed = Packs.root(prefix + ".roots").replace("Root login", "ROOT LOGIN");

        assertThat(api.publish(renamed).expect(422).code()).isEqualTo("name-taken");

        ObjectNode both = Api.sources(renamed);
        both.putArray("retire").add("Root login");
        api.post("/api/v1/releases", both).expect(201);
        assertThat(api.get("/api/v1/rules")
                        .json()
                        .path("rules")
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo("ROOT LOGIN");
    }

    @Test
    void push_ofAModel_isCheckedAgainstItsDeclarationAndLiveAtOnce() throws IOException {
        assertThat(api.push("fraud", model(0.5, 1.0)).expect(422).code()).isEqualTo("model-unknown");
        publishAll(Packs.MODEL);

        Api.Answer bad = api.push("fraud", model(0.5, 1.0, 2.0)).expect(422);
        assertThat(bad.code()).isEqualTo("model-invalid");
        assertThat(bad.json().path("problems")).isNotEmpty();
        assertThat(api.push("fraud", "no zip".getBytes()).expect(422).code()).isEqualTo("model-invalid");

        JsonNode pushed = api.push("fraud", model(0.5, 1.0)).expect(201).json();
        assertThat(names(pushed)).containsExactly("model/fraud@1");
        assertThat(api.push("fraud", model(0.5, 1.0))
                        .expect(200)
                        .json()
                        .path("changed")
                        .asBoolean())
                .isFalse();
        assertThat(names(api.push("fraud", model(0.6, 1.0)).expect(201).json())).containsExactly("model/fraud@2");
        JsonNode listed = api.get("/api/v1/models").json().path("models").path(0);
        assertThat(listed.path("title").asText()).isEqualTo("fraud");
        assertThat(listed.path("version").asInt()).isEqualTo(2);

        String wider = Packs.MODEL.replace("amount: float", "amount: float, more: float");
        assertThat(api.publish(wider).expect(422).code()).isEqualTo("model-invalid");
        ObjectNode both = Api.sources(wider);
        both.putArray("retire").add("model/fraud");
        api.post("/api/v1/releases", both).expect(201);
    }

    @Test
    void entries_ofAList_areCheckedAgainstItsDeclarationAndReplacedAtOnce() {
        assertThat(put("primes", "[2]").expect(422).code()).isEqualTo("list-unknown");
        publishAll("list @primes of int\nlist @eea = [\"DE\"]\n");
        assertThat(api.get("/api/v1/lists/primes").expect(200).json().has("revision"))
                .isFalse();
        assertThat(put("eea", "[\"FR\"]").expect(422).code()).isEqualTo("list-unknown");
        Api.Answer bad = put("primes", "[2, 3.5, \"five\", {}]").expect(422);
        assertThat(bad.code()).isEqualTo("list-invalid");
        assertThat(bad.json().path("problems").findValuesAsText("message"))
                .containsExactly("entry 2: 3.5 is no int", "entry 3: \"five\" is no int", "entry 4: {} is no int");
        assertThat(put("primes", "{}").expect(422).code()).isEqualTo("list-invalid");
        assertThat(put("primes", "[" + "1,".repeat(5 << 20)).expect(413).code()).isEqualTo("too-large");

        assertThat(names(put("primes", "[2, \"3\", 2]").expect(201).json())).containsExactly("entries/primes@1");
        assertThat(put("primes", "[2, \"3\"]")
                        .expect(200)
                        .json()
                        .path("changed")
                        .asBoolean())
                .isFalse();
        assertThat(names(put("primes", "[2, 3, 5]").expect(201).json())).containsExactly("entries/primes@2");
        JsonNode one = api.get("/api/v1/lists/primes").expect(200).json();
        assertThat(one.path("entries")).hasSize(3);
        assertThat(one.path("revision").asInt()).isEqualTo(2);
        assertThat(api.get("/api/v1/lists").expect(200).json().path("lists")).hasSize(1);

        assertThat(api.publish("list @primes of bool").expect(422).code()).isEqualTo("list-invalid");
        ObjectNode retired = Api.sources();
        retired.putArray("retire").add("list/primes");
        assertThat(names(api.post("/api/v1/releases", retired).expect(201).json()))
                .containsExactlyInAnyOrder("list/primes@1", "entries/primes@2");
    }

    private Api.Answer put(String list, String json) {
        return api.send(api.request("/api/v1/lists/" + list)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    @Test
    void tenants_haveTheirOwnEpochsAndRules() {
        publishAll(Packs.login(prefix), Packs.burst(10));

        api.post("/api/v1/releases?tenant=acme", Api.sources(Packs.login(prefix)))
                .expect(201);

        assertThat(api.get("/api/v1/rules?tenant=acme").json().path("rules")).isEmpty();
        assertThat(api.get("/api/v1/status?tenant=acme").json().path("epoch").asLong())
                .isEqualTo(1);
        api.get("/api/v1/rules?tenant=No!").expect(400);
    }

    @Test
    void status_showsEachTaskOfEachEngine() throws Exception {
        publishAll(Packs.login(prefix), Packs.burst(10));
        try (FakeEngine engine = new FakeEngine(cluster, 5_000L, Long.MIN_VALUE)) {
            awaitEngine();
            api.get("/api/v1/releases/1?wait=10s").expect(200);

            JsonNode status = api.get("/api/v1/status").json();

            assertThat(status.path("applied").path("tasks").asInt()).isEqualTo(4);
            JsonNode fake = status.path("engines").path(0);
            assertThat(fake.path("alive").asBoolean()).isTrue();
            assertThat(fake.path("events").asLong()).as("of the route tasks").isEqualTo(20);
            assertThat(fake.path("tasks"))
                    .extracting(task -> task.path("operator").asText()
                            + task.path("subtask").asInt())
                    .containsExactly("route0", "route1", "evaluate0", "evaluate1");
        }
    }

    @Test
    void start_onABusyPort_saysSo() {
        assertThatThrownBy(
                        () -> AdminServer.start(config().withPort(server.uri().getPort())))
                .isInstanceOf(PortInUseException.class)
                .hasMessageContaining(String.valueOf(server.uri().getPort()));
    }

    @Test
    void start_onAnAddressThatIsNone_isRefused() {
        assertThatThrownBy(() -> AdminServer.start(config().withHost("no such host.invalid")))
                .isInstanceOf(UnknownAddressException.class)
                .hasMessageContaining("no such host.invalid");
    }

    private JsonNode publishAll(String... texts) {
        return api.publish(texts).expect(201).json();
    }

    private void change(String field, String name) {
        api.post("/api/v1/releases", names(field, name)).expect(201);
    }

    private static ObjectNode names(String field, String name) {
        ObjectNode body = ContractJson.MAPPER.createObjectNode();
        body.putArray(field).add(name);
        return body;
    }

    private void awaitEngine() {
        await().until(() ->
                api.get("/api/v1/status").json().path("applied").path("of").asInt() > 0);
    }

    private byte[] model(double... coefficients) throws IOException {
        Path target = directory.resolve("model" + coefficients.length + "-" + coefficients[0]);
        FlinkMlDirectories.writeLogisticRegression(target, coefficients);
        return ModelPackage.ofDirectory(target).toZip();
    }

    private long epoch() {
        return api.get("/api/v1/releases").json().path("epoch").asLong();
    }

    private List<String> states() {
        List<String> states = new ArrayList<>();
        api.get("/api/v1/rules")
                .json()
                .path("rules")
                .forEach(rule -> states.add(
                        rule.path("name").asText() + " " + rule.path("state").asText()));
        return states;
    }

    private static Instant effectiveFrom(JsonNode release) {
        return Instant.parse(release.path("effectiveFrom").asText());
    }

    private static List<String> names(JsonNode release) {
        List<String> names = new ArrayList<>();
        release.path("changes")
                .forEach(change -> names.add(
                        change.path("kind").asText() + "/" + change.path("name").asText() + "@"
                                + change.path("revision").asInt()));
        return names;
    }

    private List<Prepare> prepares() {
        return TopicContent.of(cluster, cluster.topics().control()).stream()
                .map(record -> ControlCodec.read(record.key(), record.value()))
                .flatMap(Optional::stream)
                .filter(Prepare.class::isInstance)
                .map(Prepare.class::cast)
                .toList();
    }

    private Set<String> topics() throws Exception {
        try (Admin admin = cluster.admin()) {
            return admin.listTopics().names().get();
        }
    }
}
