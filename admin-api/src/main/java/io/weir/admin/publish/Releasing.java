package io.weir.admin.publish;

import io.weir.admin.engines.Answers;
import io.weir.admin.engines.StatusBoard;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemDetails;
import io.weir.admin.problem.ProblemException;
import io.weir.admin.store.ControlStore;
import io.weir.admin.store.Write;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan live: at once where no engine runs; otherwise in two phases, so that it counts from right after the latest event
 * that any task has evaluated without it.
 */
final class Releasing {

    /** Engines end a hold ten seconds after the deadline by themselves; a commit must stand well before. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final ControlStore store;
    private final StatusBoard board;
    private final Clock clock;
    private final Duration patience;

    /**
     * @param patience how long tasks have to answer a prepare
     */
    Releasing(ControlStore store, StatusBoard board, Clock clock, Duration patience) {
        this.store = store;
        this.board = board;
        this.clock = clock;
        this.patience = patience;
    }

    /** Fails with {@link OvertakenException} where the epoch is not the latest, or another publish is under way. */
    Release release(long epoch, List<Planned> plan, Terms terms) {
        boolean watched = !board.settled().alive().isEmpty();
        return watched ? releaseInPhases(epoch, plan, terms) : releaseAtOnce(epoch, plan, terms);
    }

    private Release releaseAtOnce(long epoch, List<Planned> plan, Terms terms) {
        return written(Release.class, store.write((state, writeId) -> {
            requireUnmoved(state, terms.tenant(), epoch);
            Records records = new Records(state, terms, clock.instant(), writeId);
            OptionalLong from = EffectiveFrom.unwatched(state, terms.tenant(), terms.requestedFrom(), records.now());
            return records.release(plan, from);
        }));
    }

    private Release releaseInPhases(long epoch, List<Planned> plan, Terms terms) {
        Set<String> expected = board.engines().tasksToAnswer();
        Prepare prepare = written(Prepare.class, store.write((state, writeId) -> {
            requireUnmoved(state, terms.tenant(), epoch);
            Records records = new Records(state, terms, clock.instant(), writeId);
            return records.prepare(plan, records.now().plus(patience));
        }));
        Answers answers = awaitAnswers(expected, prepare);
        if (!answers.complete() && !terms.whenSeen()) {
            abort(prepare, terms);
            throw notConfirmed(answers);
        }
        return commit(prepare, answers, terms);
    }

    private Answers awaitAnswers(Set<String> expected, Prepare prepare) {
        String tenant = prepare.tenant();
        String writeId = prepare.writeId();
        return board.await(
                        engines -> engines.answers(expected, tenant, writeId).complete(),
                        Duration.between(clock.instant(), prepare.deadline()))
                .answers(expected, tenant, writeId);
    }

    private Release commit(Prepare prepare, Answers answers, Terms terms) {
        Release.Mode mode = answers.complete() ? Release.Mode.AS_OF : Release.Mode.WHEN_SEEN;
        return written(Release.class, store.write((state, writeId) -> {
            if (!isPending(state, prepare) || isOverdue(prepare)) {
                throw new ProblemException(ProblemCode.NOT_CONFIRMED, "The publish took longer than its engines wait");
            }
            OptionalLong from =
                    EffectiveFrom.answered(state, terms.tenant(), terms.requestedFrom(), answers.watermark());
            return new Records(state, terms, clock.instant(), writeId).commit(prepare, from, mode);
        }));
    }

    /** Ends a publish whose server did not end it, so that nobody waits for it any longer. */
    void abortIfOverdue(String tenant) {
        Prepare pending = store.read(state -> state.pending(tenant));
        if (pending != null && isOverdue(pending)) {
            abort(pending, Terms.ofServer(tenant, "its deadline has passed"));
        }
    }

    private void abort(Prepare prepare, Terms terms) {
        store.write((state, writeId) ->
                isPending(state, prepare) ? new Records(state, terms, clock.instant(), writeId).abort(prepare) : null);
    }

    private boolean isOverdue(Prepare prepare) {
        Instant end = prepare.deadline().plus(GRACE);
        return clock.instant().isAfter(end);
    }

    private static boolean isPending(ControlState state, Prepare prepare) {
        Prepare pending = state.pending(prepare.tenant());
        return pending != null && pending.writeId().equals(prepare.writeId());
    }

    private static void requireUnmoved(ControlState state, String tenant, long epoch) {
        if (state.epoch(tenant) != epoch || state.pending(tenant) != null) {
            throw new OvertakenException();
        }
    }

    private static ProblemException notConfirmed(Answers answers) {
        return new ProblemException(
                        ProblemCode.NOT_CONFIRMED,
                        "The publish was refused and has changed nothing: no answer from "
                                + String.join(", ", answers.missing()))
                .help("see what runs with `weir status`; with whenSeen the release is made all the same, effective when"
                        + " each task sees it")
                .detail(ProblemDetails.MISSING, answers.missing());
    }

    private static <T extends ControlRecord> T written(Class<T> type, @Nullable Write write) {
        return Objects.requireNonNull(write, "written").records().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
