package io.weir.samples.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A webhook that fails in every way at times: errors, requests for a rest, silence, connections that break before it did its work and
 * after. It keeps two books: what an endpoint that minds the idempotency key has done, and what it has acknowledged.
 */
final class FlakyEndpoint implements AutoCloseable {

    static final String SECRET = "between us";

    private static final long REST_NANOS = 950_000_000;

    /** How a request ends. */
    enum Mood {
        TAKES,
        FAILS,
        ASKS_FOR_A_REST,
        HANGS,
        BREAKS_BEFORE,
        BREAKS_AFTER
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Signature signature = new Signature(SECRET);
    private final Random random;
    private final Map<String, String> bodies = new HashMap<>();
    private final Set<String> worked = new TreeSet<>();
    private final List<String> done = new ArrayList<>();
    private final Map<String, Set<String>> acknowledged = new LinkedHashMap<>();
    private final Set<Mood> moods = Collections.synchronizedSet(new TreeSet<>());
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Long> restUntil = new HashMap<>();
    private int requests;

    FlakyEndpoint(long seed) throws IOException {
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/hook", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst(Webhook.IDEMPOTENCY_KEY);
            check(exchange, id, body);
            if (body.contains("poison")) {
                exchange.sendResponseHeaders(422, -1);
                return;
            }
            Mood mood = mood();
            moods.add(mood);
            switch (mood) {
                case TAKES -> {
                    work(id, body);
                    acknowledge(id, body);
                    exchange.sendResponseHeaders(204, -1);
                }
                case FAILS -> exchange.sendResponseHeaders(500, -1);
                case ASKS_FOR_A_REST -> {
                    exchange.getResponseHeaders().add("Retry-After", "1");
                    rest(id);
                    exchange.sendResponseHeaders(429, -1);
                }
                case HANGS -> closing.await();
                case BREAKS_BEFORE -> {}
                case BREAKS_AFTER -> work(id, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Mood mood() {
        int dice = random.nextInt(100);
        if (dice < 50) {
            return Mood.TAKES;
        } else if (dice < 65) {
            return Mood.FAILS;
        } else if (dice < 68) {
            return Mood.ASKS_FOR_A_REST;
        } else if (dice < 75) {
            return Mood.HANGS;
        }
        return dice < 85 ? Mood.BREAKS_BEFORE : Mood.BREAKS_AFTER;
    }

    private synchronized void check(HttpExchange exchange, String id, String body) {
        requests++;
        String known = bodies.putIfAbsent(id, body);
        if (known != null && !known.equals(body)) {
            complaints.add(id + " came with two bodies");
        }
        Long rest = restUntil.get(id);
        if (rest != null && System.nanoTime() - rest < 0) {
            complaints.add(id + " came before the rest that was asked for was over");
        }
        String timestamp = exchange.getRequestHeaders().getFirst(Signature.TIMESTAMP_HEADER);
        String given = exchange.getRequestHeaders().getFirst(Signature.SIGNATURE_HEADER);
        if (!signature.matches(given, Long.parseLong(timestamp), body)) {
            complaints.add(id + " is not signed");
        }
    }

    private synchronized void rest(String id) {
        restUntil.put(id, System.nanoTime() + REST_NANOS);
    }

    /** A service that starts anew cannot know that it was asked for a rest. */
    synchronized void forgetRests() {
        restUntil.clear();
    }

    /** As an endpoint does it that minds the key: once. */
    private synchronized void work(String id, String body) {
        if (!worked.add(id)) {
            return;
        }
        done.addAll(alerts(body));
    }

    private synchronized void acknowledge(String id, String body) {
        for (String alert : alerts(body)) {
            acknowledged.computeIfAbsent(alert, any -> new TreeSet<>()).add(id);
        }
    }

    private static List<String> alerts(String body) {
        try {
            List<String> ids = new ArrayList<>();
            for (JsonNode alert :
                    Json.read(body.getBytes(StandardCharsets.UTF_8)).path("alerts")) {
                ids.add(alert.path("id").asText());
            }
            return ids;
        } catch (IOException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    /** Alerts, in the order in which they were worked on, by an endpoint that does nothing twice. */
    synchronized List<String> done() {
        return List.copyOf(done);
    }

    /** By alert, the notifications with it that got a good answer. */
    synchronized Map<String, Set<String>> acknowledged() {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        acknowledged.forEach((alert, notifications) -> copy.put(alert, Set.copyOf(notifications)));
        return copy;
    }

    synchronized int notifications() {
        return worked.size();
    }

    synchronized int requests() {
        return requests;
    }

    Set<Mood> moods() {
        return moods;
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
