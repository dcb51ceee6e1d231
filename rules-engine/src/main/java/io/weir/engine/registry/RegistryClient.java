package io.weir.engine.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks the registry until it answers or the deadline has passed. */
final class RegistryClient {

    private static final long REQUEST_MILLIS = 5_000;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** What a registry calls a subject, a version or a schema that is not there; any other 404 is of somebody else. */
    private static final int LEAST_CODE = 40_401;

    private static final int GREATEST_CODE = 40_403;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final Duration deadline;
    private @Nullable HttpClient http;

    RegistryClient(String url, Duration deadline) {
        this.base = url.replaceAll("/+$", "");
        this.deadline = deadline;
    }

    /** Null where the registry says that there is nothing of that path. */
    @Nullable
    JsonNode get(String path) {
        long end = System.nanoTime() + deadline.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                return attempt(path, millisUntil(end));
            } catch (NoAnswer problem) {
                if (millisUntil(end) <= pause) {
                    throw new SchemaRegistryUnavailable("GET " + base + path + " failed for " + deadline.toSeconds()
                            + " s, at last: " + problem.getMessage());
                }
                pause(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private static long millisUntil(long end) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    private @Nullable JsonNode attempt(String path, long withinMillis) throws NoAnswer {
        HttpResponse<byte[]> response = send(path, Math.min(REQUEST_MILLIS, withinMillis));
        JsonNode body = read(response.body());
        if (response.statusCode() == OK && body != null) {
            return body;
        }
        int code = body == null ? 0 : body.path("error_code").asInt();
        if (response.statusCode() == NOT_FOUND && code >= LEAST_CODE && code <= GREATEST_CODE) {
            return null;
        }
        throw new NoAnswer("it answered " + response.statusCode() + (body == null ? ", not in JSON" : ""));
    }

    private static @Nullable JsonNode read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? json : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The client's own timeout ends with the headers; a body may stall after them. */
    private HttpResponse<byte[]> send(String path, long withinMillis) throws NoAnswer {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/vnd.schemaregistry.v1+json, application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(withinMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswer("no answer in " + withinMillis + " ms");
        } catch (ExecutionException e) {
            throw new NoAnswer(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            answer.cancel(true);
        }
    }

    private HttpClient client() {
        if (http == null) {
            http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        }
        return http;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static SchemaRegistryUnavailable interrupted() {
        Thread.currentThread().interrupt();
        return new SchemaRegistryUnavailable("The task was stopped while it waited for a schema");
    }

    /** Of one attempt. */
    private static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String reason) {
            super(reason, null, false, false);
        }
    }
}
