package io.weir.engine.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A schema registry with what it is given, and with the failures that it is told to have first. */
public final class FakeRegistry implements AutoCloseable {

    private static final String NOT_FOUND = "{\"error_code\": 40403, \"message\": \"Schema not found\"}";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Queue<Answer> failures = new ConcurrentLinkedQueue<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** In place of an answer. */
    private record Answer(int status, String body, boolean stalls) {}

    public FakeRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/registry/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/registry/";
    }

    public FakeRegistry with(int id, String answer) {
        return with("schemas/ids/" + id, answer);
    }

    FakeRegistry with(String path, String answer) {
        answers.put("/registry/" + path, answer);
        return this;
    }

    FakeRegistry failsWith(int status, String body) {
        failures.add(new Answer(status, body, false));
        return this;
    }

    /** Sends headers and the beginning of a body. */
    FakeRegistry stalls() {
        failures.add(new Answer(200, "{", true));
        return this;
    }

    /** The paths that were asked for. */
    public List<String> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        asked.add(path);
        Answer failure = failures.poll();
        String known = answers.get(path);
        if (failure != null) {
            answer(exchange, failure);
        } else if (known != null) {
            answer(exchange, new Answer(200, known, false));
        } else {
            answer(exchange, new Answer(404, NOT_FOUND, false));
        }
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, body.length + (answer.stalls ? 1 : 0));
        exchange.getResponseBody().write(body);
        if (answer.stalls) {
            exchange.getResponseBody().flush();
        } else {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
