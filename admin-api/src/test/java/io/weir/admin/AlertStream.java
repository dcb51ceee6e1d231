package io.weir.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.dsl.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Listens to server-sent events as a browser does: it keeps the last id. */
final class AlertStream implements AutoCloseable {

    private final List<String> alerts = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Stream<String> lines;
    private final Thread thread = new Thread(this::listen, "alert-stream");
    private volatile String lastId = "";
    private volatile boolean ended;

    AlertStream(HttpRequest.Builder request, String lastEventId) throws IOException, InterruptedException {
        request.header("Accept", "text/event-stream").GET();
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new AssertionError("alerts answered " + response.statusCode());
        }
        lines = response.body();
        thread.start();
    }

    private void listen() {
        try {
            lines.forEach(this::take);
        } catch (UncheckedIOException closed) {
            // As it ends.
        } finally {
            ended = true;
        }
    }

    private void take(String line) {
        if (line.startsWith("id: ")) {
            lastId = line.substring(4);
        } else if (line.startsWith("data: ")) {
            JsonNode alert = ContractJson.read(line.substring(6).getBytes(), JsonNode.class);
            alerts.add(alert.path("id").asText());
        }
    }

    /** The alerts' ids so far. */
    List<String> alerts() {
        return List.copyOf(alerts);
    }

    String lastId() {
        return lastId;
    }

    boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        thread.interrupt();
        lines.close();
    }
}
