package io.weir.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.contract.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client as any other. */
final class Api {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    private final @Nullable String credential;

    /** With the first admin's key. */
    Api(AdminServer server) {
        this(server.uri(), Objects.requireNonNull(server.oneTimeKey(), "there is an admin already"));
    }

    /** @param credential a key or a token; null for nobody in particular */
    Api(URI server, @Nullable String credential) {
        this.server = server;
        this.credential = credential;
    }

    /** What came back. */
    record Answer(int status, String type, JsonNode json) {
        String code() {
            return json.path("code").asText();
        }

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + ", not " + status + ": " + json.toPrettyString());
            }
            return this;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(ContractJson.write(body))));
    }

    Answer publish(String... texts) {
        return post("/api/v1/releases", sources(texts));
    }

    Answer validate(String... texts) {
        return post("/api/v1/rules:validate", sources(texts));
    }

    Answer push(String model, byte[] zip) {
        return send(request("/api/v1/models/" + model)
                .header("Content-Type", "application/zip")
                .PUT(BodyPublishers.ofByteArray(zip)));
    }

    static ObjectNode sources(String... texts) {
        ObjectNode body = ContractJson.MAPPER.createObjectNode();
        ArrayNode sources = body.putArray("sources");
        for (int i = 0; i < texts.length; i++) {
            sources.addObject().put("name", "file" + (i + 1) + ".weir").put("text", texts[i]);
        }
        return body;
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        return credential == null ? request : request.header("Authorization", "Bearer " + credential);
    }

    // Whatever a test calls, and however it ends: the document says so.
    private static void requireDocumented(HttpResponse<?> response, String type, JsonNode body) {
        HttpRequest request = response.request();
        assertThat(OpenApi.mistakes(request.method(), request.uri().getPath(), response.statusCode(), type, body))
                .isEmpty();
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = type.contains("json") ? ContractJson.MAPPER.readTree(response.body()) : null;
            JsonNode body = json == null ? ContractJson.MAPPER.createObjectNode() : json;
            requireDocumented(response, type, body);
            return new Answer(response.statusCode(), type, body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
