package io.weir.samples.notifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint to try the service with, and an example of what an endpoint has to do: check the signature, do nothing twice, answer
 * when it is done. {@code java -cp notifier.jar io.weir.samples.notifier.Receiver 9000}
 */
public final class Receiver {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int TAKEN = 204;
    private static final int NOT_SIGNED = 401;

    private final @Nullable Signature signature;
    private final Set<String> known = new HashSet<>();

    Receiver(@Nullable Signature signature) {
        this.signature = signature;
    }

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length == 0 ? 9000 : Integer.parseInt(arguments[0]);
        String secret = System.getenv(CommandLine.SECRET);
        Receiver receiver = new Receiver(secret == null ? null : new Signature(secret));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", receiver::handle);
        server.start();
        System.out.println("listening on http://127.0.0.1:" + port + "/");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean good = isSigned(exchange, body);
            if (good && known.add(exchange.getRequestHeaders().getFirst(Webhook.IDEMPOTENCY_KEY))) {
                System.out.println(body);
            }
            exchange.sendResponseHeaders(good ? TAKEN : NOT_SIGNED, -1);
        }
    }

    private boolean isSigned(HttpExchange exchange, String body) {
        if (signature == null) {
            return true;
        }
        String timestamp = exchange.getRequestHeaders().getFirst(Signature.TIMESTAMP_HEADER);
        String given = exchange.getRequestHeaders().getFirst(Signature.SIGNATURE_HEADER);
        if (given == null || timestamp == null || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        boolean fresh = Duration.between(sent, Instant.now()).abs().compareTo(FRESH) < 0;
        return fresh && signature.matches(given, sent.getEpochSecond(), body);
    }
}
