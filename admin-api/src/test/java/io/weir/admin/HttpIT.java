package io.weir.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.admin.http.RouteTable;
import io.weir.admin.store.Cluster;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpIT {

    private static final Cluster CLUSTER = SharedKafka.newCluster();
    private static AdminServer server;
    private static Api api;

    @BeforeAll
    static void start() {
        server = AdminServer.start(AdminConfig.of(SharedKafka.BROKER.bootstrapServers())
                .withTopics(CLUSTER.topics())
                .withPort(0));
        api = new Api(server);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void routes_ofTheServer_areThoseOfTheDocument() {
        assertThat(RouteTable.operations()).isEqualTo(OpenApi.operations());
    }

    @Test
    void operations_ofTheDocument_areAnsweredByTheServer() {
        for (String operation : OpenApi.operations()) {
            String method = operation.split(" ")[0];
            String path = operation
                    .split(" ")[1]
                    .replace("{epoch}", "1")
                    .replace("{name}", "fraud")
                    .replace("{id}", "none");

            Api.Answer answer = api.send(api.request(path).method(method, BodyPublishers.noBody()));

            assertThat(answer.json().path("detail").asText()).as(operation).isNotEqualTo("There is no such path");
            assertThat(answer.status()).as(operation).isNotEqualTo(405).isLessThan(500);
        }
    }

    @Test
    void health_ofAServerThatHasRead_isReady() {
        assertThat(api.get("/health").expect(200).json().path("ready").asBoolean())
                .isTrue();
    }

    @Test
    void path_thatIsNone_isAProblem() {
        assertThat(api.get("/api/v1/nothing").expect(404).code()).isEqualTo("not-found");
        assertThat(api.send(api.request("/api/v1/rules").DELETE()).expect(405).code())
                .isEqualTo("method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"sources\":[null]}",
                "{\"sources\":[{\"name\":\"a\"}]}",
                "{\"sources\":[],\"retires\":[\"a\"]}",
                "{\"retire\":[null]}",
                "{\"sources\":[],\"requestedFrom\":\"yesterday\"}",
                "{\"sources\":[],\"wait\":\"10\",\"retire\":[\"a\"]}",
                "{\"sources\":[]} {}",
                "{}"
            })
    void publish_ofABodyThatIsNone_isRefused(String body) {
        HttpRequest.Builder request = api.request("/api/v1/releases")
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body));

        assertThat(api.send(request).expect(400).code()).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=ten", "wait=61s", "tenant=../x", "tenant="})
    void publish_withAParameterThatIsNone_isRefused(String query) {
        ObjectNode body = Api.sources(Packs.MODEL);

        assertThat(api.post("/api/v1/releases?" + query, body).expect(400).code())
                .isEqualTo("invalid-request");
    }

    @Test
    void publish_ofAnotherMediaType_isRefused() {
        HttpRequest.Builder form = api.request("/api/v1/releases")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"));

        assertThat(api.send(form).expect(415).code()).isEqualTo("unsupported-media-type");
    }

    @Test
    void publish_ofMoreThanTheServerTakes_isRefused() {
        assertThat(api.publish("#".repeat(5 << 20)).expect(413).code()).isEqualTo("too-large");
        assertThat(api.push("fraud", new byte[5 << 20]).expect(413).code()).isEqualTo("too-large");
    }

    @Test
    void alerts_askedForWithoutTheirMediaType_areRefused() {
        assertThat(api.get("/api/v1/alerts").expect(406).code()).isEqualTo("not-acceptable");
    }

    @Test
    void alerts_resumedFromNoPosition_areRefused() {
        HttpRequest.Builder request = api.request("/api/v1/alerts")
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", "weir.control:0");

        assertThat(api.send(request).expect(400).code()).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example,            , host-refused",
        "evil.example:8180,       , host-refused",
        "127.0.0.1.evil.example,  , host-refused",
        "localhost:1, http://evil.example, origin-refused",
        "localhost:1, null,                origin-refused",
        "localhost:1, http://localhost:2,  origin-refused"
    })
    void request_ofAnotherSite_isRefused(String host, String origin, String code) throws IOException {
        String answer = raw(host, origin);

        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource({"localhost:1,", "LOCALHOST,", "[::1]:8180,", "127.0.0.1,", "localhost:1, http://localhost:1"})
    void request_toThisMachine_isAnswered(String host, String origin) throws IOException {
        assertThat(raw(host, origin)).startsWith("HTTP/1.1 200 ");
    }

    // The JDK's client sets Host itself.
    private static String raw(String host, String origin) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            List<String> lines = List.of(
                    "GET /api/v1/rules HTTP/1.1",
                    "Host: " + host,
                    "Authorization: Bearer " + server.oneTimeKey(),
                    origin == null ? "Accept: */*" : "Origin: " + origin,
                    "Connection: close",
                    "",
                    "");
            socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
