package io.weir.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.cli.CommandFailure;
import io.weir.cli.rules.RuleFile;
import io.weir.models.ModelPackage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls an admin server; whatever goes wrong is a {@link CommandFailure} in its user's words. */
public final class ServerClient {

    /** Longer than the server lets a publish wait for its engines. */
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final @Nullable String key;
    private final @Nullable String tenant;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * @param key null where there is none: the server says what to do then
     * @param tenant null for the one that the key opens
     */
    public ServerClient(URI server, @Nullable String key, @Nullable String tenant) {
        this.server = server;
        this.key = key;
        this.tenant = tenant;
    }

    /** Publishes sources as one release; the answer is the server's. */
    public JsonNode publish(List<RuleFile> files, String why, Map<String, String> query) {
        return post("/api/v1/releases", release(files, why), query);
    }

    /** What asks for a release of sources. */
    static ObjectNode release(List<RuleFile> files, String why) {
        ObjectNode request = JSON.createObjectNode().put("why", why);
        ArrayNode sources = request.putArray("sources");
        files.forEach(file -> sources.addObject().put("name", file.name()).put("text", file.text()));
        return request;
    }

    /** Pushes a model package; the answer is the server's. */
    public JsonNode pushModel(String name, ModelPackage model, Map<String, String> query) {
        BodyPublisher body = BodyPublishers.ofByteArray(model.toZip());
        return json(request("/api/v1/models/" + encode(name), query)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/zip")
                .PUT(body));
    }

    /** Puts other entries into a list; the answer is the server's. */
    JsonNode putEntries(String list, byte[] json, Map<String, String> query) {
        return json(request("/api/v1/lists/" + encode(list), query)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(json)));
    }

    JsonNode delete(String path) {
        return json(request(path, Map.of()).timeout(TIMEOUT).DELETE());
    }

    public JsonNode rules() {
        return get("/api/v1/rules", Map.of());
    }

    JsonNode get(String path, Map<String, String> query) {
        return json(request(path, query).timeout(TIMEOUT).GET());
    }

    JsonNode post(String path, JsonNode body, Map<String, String> query) {
        return json(request(path, query)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** The lines of a stream of server-sent events, until the server or the caller ends it. */
    Stream<String> events(String path, Map<String, String> query) {
        HttpRequest.Builder request =
                request(path, query).header("Accept", "text/event-stream").GET();
        HttpResponse<Stream<String>> response = send(request, BodyHandlers.ofLines());
        if (response.statusCode() / 100 != 2) {
            throw refusal(
                    response.statusCode(), String.join("\n", response.body().toList()));
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        Map<String, String> parameters = new LinkedHashMap<>(query);
        if (tenant != null) {
            parameters.put("tenant", tenant);
        }
        String text = String.join(
                "&",
                parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encode(each.getValue()))
                        .toList());
        String base = server.toString().replaceAll("/+$", "");
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(base + path + (text.isEmpty() ? "" : "?" + text)));
            return key == null ? request : request.header("Authorization", "Bearer " + key);
        } catch (IllegalArgumentException notHttp) {
            throw CommandFailure.usage("--server " + server + " is not a URL such as http://127.0.0.1:8180");
        }
    }

    private JsonNode json(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() / 100 != 2) {
            throw refusal(response.statusCode(), response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw CommandFailure.server(server + " answered, but not as a weir server does");
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw CommandFailure.server("no weir server answers at " + server
                    + " (`weir demo` or `weir server` starts one; --server names another)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.server("interrupted while waiting for " + server);
        }
    }

    private CommandFailure refusal(int status, String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            if (problem.has("code")) {
                return Refusal.of(problem);
            }
        } catch (JsonProcessingException notOurs) {
            // Some other server, or a proxy on the way.
        }
        return CommandFailure.server(server + " answered with HTTP " + status + ", and not as a weir server does");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
