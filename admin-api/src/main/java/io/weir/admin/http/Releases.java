package io.weir.admin.http;

import io.javalin.http.Context;
import io.weir.admin.engines.Applied;
import io.weir.admin.engines.Engines;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.admin.publish.Past;
import io.weir.admin.publish.Publication;
import io.weir.admin.publish.PublishRequest;
import io.weir.admin.publish.Terms;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publishing, and what was published. */
final class Releases {

    private static final int LISTED = 50;
    private static final int MOST_LISTED = 1_000;

    private final Services services;

    Releases(Services services) {
        this.services = services;
    }

    record ListAnswer(String tenant, long epoch, List<ReleaseAnswer> releases) {}

    void publish(Context request) {
        Instant asked = services.clock().instant();
        Bodies.Publish body = Bodies.json(request, Bodies.Publish.class);
        String inQuery = request.queryParam("wait");
        Duration wait = Params.duration(inQuery == null ? body.waitFor() : inQuery);
        PublishRequest wanted = body.read();
        Terms terms = new Terms(
                Params.tenant(request),
                Params.actor(request),
                Params.mayChange(request),
                Bodies.why(body.why()),
                body.requestedFromMillis(),
                body.expectedEpoch(),
                Boolean.TRUE.equals(body.whenSeen()));
        answer(request, services.publisher().publish(wanted, terms), asked, wait);
    }

    void push(Context request) {
        Instant asked = services.clock().instant();
        Terms terms = termsInQuery(request);
        byte[] zip = Bodies.zip(request);
        Duration wait = Params.duration(request.queryParam("wait"));
        answer(request, services.publisher().push(request.pathParam("name"), zip, terms), asked, wait);
    }

    void putEntries(Context request) {
        Instant asked = services.clock().instant();
        Terms terms = termsInQuery(request);
        byte[] json = Bodies.plainJson(request);
        Duration wait = Params.duration(request.queryParam("wait"));
        answer(request, services.publisher().putEntries(request.pathParam("name"), json, terms), asked, wait);
    }

    private static Terms termsInQuery(Context request) {
        return new Terms(
                Params.tenant(request),
                Params.actor(request),
                Params.mayChange(request),
                Bodies.why(request.queryParam("why")),
                null,
                Params.number("expectedEpoch", request.queryParam("expectedEpoch"), 0),
                Params.flag("whenSeen", request.queryParam("whenSeen")));
    }

    private void answer(Context request, Publication publication, Instant asked, Duration wait) {
        String tenant = publication.release().tenant();
        long epoch = publication.release().epoch();
        Applied applied = awaitApplied(tenant, epoch, wait);
        Past past = Objects.requireNonNull(past(tenant, epoch), "a release is read back before it is answered");
        request.status(publication.changed() ? 201 : 200);
        request.json(PublishedAnswer.of(publication, past, applied, asked, backfill(publication)));
    }

    /** Of the published rules that are in shadow. */
    private @Nullable Long backfill(Publication publication) {
        return services.store()
                .read(state -> state.live(publication.release().tenant()).values().stream()
                        .filter(change -> publication.declared().contains(change.artifact())
                                && change.state() == ArtifactState.SHADOW)
                        .map(Change::backfill)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    void goOn(Context request) {
        Bodies.GoOn body = Bodies.json(request, Bodies.GoOn.class);
        if (body.backfill() == null) {
            throw Params.invalid("backfill: the number that a publish with warm has answered");
        }
        request.json(WarmStartAnswer.of(services.warmStarts()
                .goOn(
                        Params.tenant(request),
                        body.backfill(),
                        Boolean.TRUE.equals(body.partial()),
                        Boolean.TRUE.equals(body.again()))));
    }

    /** No engine running is nothing to wait for. */
    private Applied awaitApplied(String tenant, long epoch, Duration wait) {
        return services.board()
                .await(
                        engines -> engines.alive().isEmpty()
                                || engines.applied(tenant, epoch).everywhere(),
                        wait)
                .applied(tenant, epoch);
    }

    void list(Context request) {
        String tenant = Params.tenant(request);
        Long limit = Params.number("limit", request.queryParam("limit"), 1);
        int count = (int) Math.min(MOST_LISTED, limit == null ? LISTED : limit);
        Engines engines = services.board().engines();
        List<Past> pasts = services.store().read(state -> Past.last(state, tenant, count));
        long epoch = pasts.isEmpty() ? 0 : pasts.get(0).release().epoch();
        request.json(new ListAnswer(
                tenant,
                epoch,
                pasts.stream()
                        .map(past -> ReleaseAnswer.of(
                                past, engines.applied(tenant, past.release().epoch())))
                        .toList()));
    }

    void one(Context request) {
        String tenant = Params.tenant(request);
        Long epoch = Params.number("epoch", request.pathParam("epoch"), 1);
        Duration wait = Params.duration(request.queryParam("wait"));
        Past past = epoch == null ? null : past(tenant, epoch);
        if (past == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no epoch " + epoch + " of '" + tenant + "'");
        }
        request.json(ReleaseAnswer.of(past, awaitApplied(tenant, past.release().epoch(), wait)));
    }

    private @Nullable Past past(String tenant, long epoch) {
        return services.store().read(state -> Past.at(state, tenant, epoch)).orElse(null);
    }
}
