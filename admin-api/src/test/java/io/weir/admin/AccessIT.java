package io.weir.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.PlainJWT;
import io.weir.admin.access.Provider;
import io.weir.admin.http.RouteTable;
import io.weir.admin.store.Cluster;
import io.weir.dsl.contract.ContractJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessIT {

    /** What each role may, said once more and by hand: the code must agree. */
    private static final Map<String, Set<String>> MAY = Map.of(
            "viewer", Set.of("view"),
            "analyst", Set.of("view", "publish", "change-rules"),
            "approver", Set.of("view"),
            "ml-engineer", Set.of("view", "publish", "change-models"),
            "admin", Set.of("view", "publish", "change-rules", "change-models", "manage-keys"));

    private static final Cluster CLUSTER = SharedKafka.newCluster();
    private static AdminServer server;
    private static Provider provider;
    private static Api admin;
    private static String firstKey;

    @BeforeAll
    static void start() {
        provider = new Provider();
        try (AdminServer first = AdminServer.start(config())) {
            firstKey = Objects.requireNonNull(first.oneTimeKey());
            admin = new Api(first);
            String stays = newKey("root", null, "admin");
            assertThat(first.oneTimeKey()).isNull();
            admin = new Api(first.uri(), stays);
            admin.get("/api/v1/keys").expect(200);
            server = AdminServer.start(config().withOidc(provider.config()));
            admin = new Api(server.uri(), stays);
        }
    }

    @AfterAll
    static void close() {
        server.close();
        provider.close();
    }

    private static AdminConfig config() {
        return AdminConfig.of(SharedKafka.BROKER.bootstrapServers())
                .withTopics(CLUSTER.topics())
                .withPort(0);
    }

    private static String newKey(String name, @Nullable String tenant, String... roles) {
        return create(name, tenant, roles).path("key").asText();
    }

    private static JsonNode create(String name, @Nullable String tenant, String... roles) {
        return admin.post("/api/v1/keys", keyBody(name, tenant, roles))
                .expect(201)
                .json();
    }

    private static ObjectNode keyBody(String name, @Nullable String tenant, String... roles) {
        ObjectNode body = ContractJson.MAPPER.createObjectNode().put("name", name);
        Arrays.stream(roles).forEach(body.putArray("roles")::add);
        return tenant == null ? body : body.put("tenant", tenant);
    }

    private static Api with(@Nullable String credential) {
        return new Api(server.uri(), credential);
    }

    @Test
    void everyRoute_isOpenToTheRolesThatMayAndToNobodyElse() {
        Map<String, String> routes = RouteTable.permissions();
        for (String role : MAY.keySet()) {
            for (String tenant : Arrays.asList(null, "acme")) {
                Api mine = with(newKey(role + " of " + tenant, tenant, role));
                routes.forEach((route, asks) -> {
                    boolean may = asks.isEmpty() || MAY.get(role).contains(asks);
                    assertWalked(mine, route, "", may, role);
                    assertWalked(mine, route, "?tenant=acme", may, role);
                    assertWalked(mine, route, "?tenant=other", may && (tenant == null || asks.isEmpty()), role);
                });
            }
        }
    }

    private static void assertWalked(Api mine, String route, String query, boolean may, String role) {
        // Bodies are missing: whoever gets through is told so, and changes nothing.
        Api.Answer answer = call(mine, route, query);
        if (may) {
            assertThat(answer.status())
                    .as(role + " " + route + query)
                    .isNotIn(401, 403)
                    .isLessThan(500);
        } else {
            assertThat(answer.code()).as(role + " " + route + query).isEqualTo("forbidden");
        }
    }

    private static Api.Answer call(Api api, String route, String query) {
        String method = route.split(" ")[0];
        String path = route.split(" ")[1].replaceAll("\\{[a-z]+}", "1");
        return api.send(api.request(path + query).method(method, BodyPublishers.noBody()));
    }

    @Test
    void whoeverIsNobody_getsInNowhereButTheOpenRoutes() {
        String expired = provider.sign(provider.claims("ada", "admin")
                .expirationTime(Date.from(Instant.now().minusSeconds(60))));
        List<String> nobodies = new ArrayList<>(Arrays.asList(
                null,
                firstKey,
                "weir_aaaaaaaaaa_" + "A".repeat(43),
                "nonsense",
                new PlainJWT(provider.claims("eve", "admin").build()).serialize(),
                provider.sign(provider.claims("eve", "admin").audience("payroll")),
                expired));
        for (String credential : nobodies) {
            RouteTable.permissions().forEach((route, asks) -> {
                int status = call(with(credential), route, "").status();
                assertThat(status).as(route + " with " + credential).isEqualTo(asks.isEmpty() ? 200 : 401);
            });
        }
    }

    @Test
    void token_ofTheProvider_opensWhatItsRolesMay() {
        Api analyst = with(provider.sign(provider.claims("ada", "analyst")));

        JsonNode me = analyst.get("/api/v1/me").expect(200).json();

        assertThat(me.path("name").asText()).isEqualTo("oidc:ada");
        assertThat(me.path("permissions"))
                .extracting(JsonNode::asText)
                .containsExactly("view", "publish", "change-rules");
        assertThat(analyst.get("/api/v1/keys").expect(403).code()).isEqualTo("forbidden");
    }

    @Test
    void publish_changesOnlyWhatTheRoleMay() {
        Api analyst = with(newKey("ann", "models", "analyst"));
        Api engineer = with(newKey("emil", "models", "ml-engineer"));
        String[] rules = {Packs.login("access"), Packs.burst(10), Packs.MODEL};

        assertThat(engineer.publish(rules).expect(403).code()).isEqualTo("forbidden");
        assertThat(admin.get("/api/v1/releases?tenant=models")
                        .json()
                        .path("epoch")
                        .asLong())
                .isZero();
        JsonNode published = analyst.publish(rules).expect(201).json();
        assertThat(published.path("who").asText()).isEqualTo("key:ann");
        assertThat(published.path("tenant").asText()).isEqualTo("models");
        assertThat(analyst.push("fraud", new byte[10]).expect(403).code()).isEqualTo("forbidden");
        assertThat(engineer.push("fraud", new byte[10]).expect(422).code()).isEqualTo("model-invalid");
    }

    @Test
    void key_revoked_opensNothingAnyMoreOnAnyServer() {
        JsonNode created = create("temp", null, "viewer");
        Api mine = with(created.path("key").asText());
        mine.get("/api/v1/rules").expect(200);
        try (AdminServer other = AdminServer.start(config())) {
            Api there = new Api(other.uri(), created.path("key").asText());
            there.get("/api/v1/rules").expect(200);

            admin.send(admin.request("/api/v1/keys/" + created.path("id").asText())
                            .DELETE())
                    .expect(200);

            assertThat(mine.get("/api/v1/rules").expect(401).code()).isEqualTo("unauthenticated");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> there.get("/api/v1/rules").status() == 401);
        }
        assertThat(admin.send(admin.request("/api/v1/keys/" + created.path("id").asText())
                                .DELETE())
                        .expect(422)
                        .code())
                .isEqualTo("key-invalid");
    }

    @Test
    void key_rotated_opensWithTheNewSecretAndForAWhileWithTheOld() {
        JsonNode created = create("rotating", null, "viewer");
        String path = "/api/v1/keys/" + created.path("id").asText() + "/rotate";

        JsonNode overlapping = admin.post(
                        path, ContractJson.MAPPER.createObjectNode().put("overlapSeconds", 3_600))
                .expect(200)
                .json();
        with(created.path("key").asText()).get("/api/v1/rules").expect(200);
        JsonNode last = admin.post(path, ContractJson.MAPPER.createObjectNode())
                .expect(200)
                .json();

        with(created.path("key").asText()).get("/api/v1/rules").expect(401);
        with(overlapping.path("key").asText()).get("/api/v1/rules").expect(401);
        with(last.path("key").asText()).get("/api/v1/rules").expect(200);
    }

    @Test
    void key_thatCannotBe_isRefused() {
        ObjectNode past = keyBody("late", null, "viewer").put("expiresAt", "2020-01-01T00:00:00Z");

        assertThat(admin.post("/api/v1/keys", past).expect(422).code()).isEqualTo("key-invalid");
        assertThat(admin.post("/api/v1/keys", keyBody("none", null)).expect(422).code())
                .isEqualTo("key-invalid");
        assertThat(admin.post("/api/v1/keys", keyBody("a\nb", null, "viewer"))
                        .expect(422)
                        .code())
                .isEqualTo("key-invalid");
        assertThat(admin.post("/api/v1/keys", keyBody("king", null, "king"))
                        .expect(400)
                        .code())
                .isEqualTo("invalid-request");
    }

    @Test
    void tenantsAdmin_seesAndGivesKeysOfHisTenantAlone() {
        Api local = with(newKey("local admin", "acme", "admin"));
        String ofAll = create("of all", null, "viewer").path("id").asText();

        assertThat(local.post("/api/v1/keys", keyBody("wide", null, "viewer"))
                        .expect(403)
                        .code())
                .isEqualTo("forbidden");
        assertThat(local.post("/api/v1/keys", keyBody("own", "acme", "viewer"))
                        .expect(201)
                        .json()
                        .path("tenant")
                        .asText())
                .isEqualTo("acme");
        assertThat(local.get("/api/v1/keys").expect(200).json().path("keys"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.path("tenant").asText()).isEqualTo("acme"));
        local.send(local.request("/api/v1/keys/" + ofAll).DELETE()).expect(404);
    }

    @Test
    void secrets_areNeverOnATopic_andEachActIsInTheAudit() {
        JsonNode created = create("secretive", null, "viewer");
        String secret = created.path("key").asText().split("_", 3)[2];
        String id = created.path("id").asText();
        admin.send(admin.request("/api/v1/keys/" + id).DELETE()).expect(200);

        List<String> topics = List.of(
                CLUSTER.topics().access(),
                CLUSTER.topics().audit(),
                CLUSTER.topics().control());
        for (String topic : topics) {
            assertThat(TopicContent.of(CLUSTER, topic))
                    .as(topic)
                    .extracting(AccessIT::text)
                    .noneMatch(text -> text.contains(secret));
        }
        assertThat(TopicContent.of(CLUSTER, CLUSTER.topics().audit()).stream()
                        .map(AccessIT::text)
                        .filter(text -> text.contains(id)))
                .satisfiesExactly(
                        first -> assertThat(first).contains("CREATE_KEY", "key:root", "127.0.0.1"),
                        second -> assertThat(second).contains("REVOKE_KEY", "key:root"));
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
