package io.weir.models.language;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * langchain4j's way to the endpoint, on the JDK's client: HTTP/1.1 (some servers choke on an upgrade to 2), no
 * redirects, a bounded body, JSON or nothing, and an interrupt ends the call wherever it is.
 */
final class EndpointClient implements HttpClient {
    static final int MAX_BODY = 1 << 20;

    private final java.net.http.HttpClient http;

    EndpointClient(Duration connectTimeout) {
        this.http = java.net.http.HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = await(http.sendAsync(jdk(request), head -> new BoundedBody(MAX_BODY)));
        if (response.statusCode() / 100 != 2) {
            throw new HttpException(response.statusCode(), "HTTP " + response.statusCode());
        }
        if (!beginsAnObject(response.body())) {
            throw new EndpointException("the endpoint did not answer with JSON");
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    private static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange) {
        try {
            return exchange.get();
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new EndpointException("the call was given up", e);
        } catch (ExecutionException e) {
            throw EndpointException.of(e.getCause() == null ? e : e.getCause());
        }
    }

    private static java.net.http.HttpRequest jdk(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private static boolean beginsAnObject(byte[] body) {
        for (byte b : body) {
            if (!Character.isWhitespace(b)) {
                return b == '{';
            }
        }
        return false;
    }
}
