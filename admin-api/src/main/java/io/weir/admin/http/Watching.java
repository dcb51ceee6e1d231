package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.weir.admin.alerts.AlertTails;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.admin.store.StoreException;
import io.weir.dsl.contract.Prepare;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs, what alerts, and how the server is. */
final class Watching {

    static final String OPENAPI = "openapi.yaml";

    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final String EVENT_STREAM = "text/event-stream";

    private final Services services;

    Watching(Services services) {
        this.services = services;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HealthAnswer(
            boolean live, boolean ready, @Nullable String reason) {}

    private record Standing(long epoch, @Nullable Prepare pending) {}

    void status(Context request) {
        String tenant = Params.tenant(request);
        Standing standing = services.store().read(state -> new Standing(state.epoch(tenant), state.pending(tenant)));
        request.json(StatusAnswer.of(
                tenant, standing.epoch(), standing.pending(), services.board().engines()));
    }

    void alerts(Context request) {
        String accept = Objects.requireNonNullElse(request.header("Accept"), "");
        if (!accept.contains(EVENT_STREAM)) {
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "Alerts are sent as " + EVENT_STREAM)
                    .help("ask with the header Accept: " + EVENT_STREAM);
        }
        AlertTails.Tail tail = services.alerts()
                .open(Params.tenant(request), request.queryParam("rule"), request.header("Last-Event-ID"));
        try {
            new SseHandler(0, client -> stream(client, tail)).handle(request);
        } catch (Exception e) {
            tail.close();
            throw e;
        }
    }

    // The answer has begun: what goes wrong now can only end it, and the client resumes.
    private static void stream(SseClient client, AlertTails.Tail tail) {
        try {
            tail.run(new EventStream(client.ctx().res().getOutputStream()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("A tail of alerts ended", e);
        } finally {
            client.close();
        }
    }

    void health(Context request) {
        StoreException failure = services.store().failure();
        String reason = failure == null ? services.board().failure() : failure.getMessage();
        request.status(reason == null ? 200 : 503);
        request.json(new HealthAnswer(true, reason == null, reason));
    }

    void openapi(Context request) {
        request.contentType("application/yaml").result(document());
    }

    static byte[] document() {
        try (InputStream document = Watching.class.getResourceAsStream(OPENAPI)) {
            return Objects.requireNonNull(document, OPENAPI).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
