package io.weir.samples.notifier;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The endpoint. */
final class Webhook {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final URI uri;
    private final Duration timeout;
    private final @Nullable Signature signature;
    private final Clock clock;
    private final HttpClient client;

    Webhook(URI uri, Duration timeout, @Nullable Signature signature, Clock clock) {
        this.uri = uri;
        this.timeout = timeout;
        this.signature = signature;
        this.clock = clock;
        // Redirects are not followed: the signature was made for this endpoint.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** One attempt; it always ends, and never with an exception. */
    CompletableFuture<Outcome> post(Notification notification) {
        CompletableFuture<HttpResponse<Void>> exchange =
                client.sendAsync(request(notification), HttpResponse.BodyHandlers.discarding());
        return exchange.copy()
                // The request's own timeout ends with the headers; a body may stall for ever.
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> {
                    if (failure != null) {
                        exchange.cancel(true);
                        return new Outcome.Later("no answer: " + reason(failure), null);
                    }
                    return Outcome.of(
                            response.statusCode(),
                            response.headers().firstValue("Retry-After").orElse(null),
                            clock.instant());
                });
    }

    private HttpRequest request(Notification notification) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString(notification.body()))
                .header("Content-Type", "application/json")
                .header(IDEMPOTENCY_KEY, notification.id());
        if (signature != null) {
            long now = clock.instant().getEpochSecond();
            request.header(Signature.TIMESTAMP_HEADER, Long.toString(now));
            request.header(Signature.SIGNATURE_HEADER, signature.of(now, notification.body()));
        }
        return request.build();
    }

    private static String reason(Throwable failure) {
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
