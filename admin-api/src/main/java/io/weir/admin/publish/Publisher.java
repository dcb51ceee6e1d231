package io.weir.admin.publish;

import io.weir.admin.engines.StatusBoard;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemDetails;
import io.weir.admin.problem.ProblemException;
import io.weir.admin.store.ControlStore;
import io.weir.admin.store.StoreException;
import io.weir.admin.store.UnusableTopicException;
import io.weir.dsl.Source;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks and publishes: the door of this package. */
public final class Publisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final ControlStore store;
    private final Clock clock;
    private final Releasing releasing;
    private final PackPlanning packs;
    private final Duration longest;
    private final Map<String, ReentrantLock> publishing = new ConcurrentHashMap<>();
    private final ScheduledExecutorService overdue = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "weir-overdue-prepares");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param patience how long tasks have to answer a prepare
     */
    public Publisher(ControlStore store, StatusBoard board, Topics topics, Clock clock, Duration patience) {
        this.store = store;
        this.clock = clock;
        this.releasing = new Releasing(store, board, clock, patience);
        this.packs = new PackPlanning(topics);
        this.longest = patience.multipliedBy(4);
        overdue.scheduleWithFixedDelay(this::abortOverdue, 0, 1, TimeUnit.SECONDS);
    }

    /** What is in force for the tenant now. */
    public LiveSet live(String tenant) {
        return store.read(state -> LiveSet.of(state, tenant));
    }

    /** Checks sources together with what is live; writes nothing, and never refuses. */
    public Validation validate(String tenant, List<Source> sources) {
        return packs.validate(live(tenant), sources);
    }

    /** All or nothing. Fails with {@link ProblemException} where it is refused; nothing has changed then. */
    public Publication publish(PublishRequest request, Terms terms) {
        return inTurn(terms, live -> packs.plan(live, request));
    }

    /**
     * Makes a model live. Fails with {@link ProblemException} where it is refused.
     *
     * @param zip the packed model directory
     */
    public Publication push(String model, byte[] zip, Terms terms) {
        return inTurn(terms, live -> ModelPlanning.plan(live, model, zip));
    }

    /**
     * Makes other entries of a list live. Fails with {@link ProblemException} where it is refused.
     *
     * @param json see {@link io.weir.dsl.contract.ListEntries}
     */
    public Publication putEntries(String list, byte[] json, Terms terms) {
        return inTurn(terms, live -> ListPlanning.plan(live, list, json));
    }

    // One at a time in this server: the second would only overtake the first, and both would begin again.
    private Publication inTurn(Terms terms, Planning planning) {
        ReentrantLock lock = publishing.computeIfAbsent(terms.tenant(), any -> new ReentrantLock(true));
        lock.lock();
        try {
            return untilNotOvertaken(terms, planning);
        } finally {
            lock.unlock();
        }
    }

    private Publication untilNotOvertaken(Terms terms, Planning planning) {
        Instant end = clock.instant().plus(longest);
        while (true) {
            awaitNonePending(terms.tenant(), end);
            try {
                return attempt(terms, planning);
            } catch (OvertakenException e) {
                LOG.debug("A publish for {} begins again: {}", terms.tenant(), e.getMessage());
            }
        }
    }

    private void awaitNonePending(String tenant, Instant end) {
        releasing.abortIfOverdue(tenant);
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative() || !store.await(state -> state.pending(tenant) == null, left)) {
            throw new ProblemException(
                            ProblemCode.PUBLISH_PENDING, "Other publishes are under way; nothing was published")
                    .help("try again");
        }
    }

    private Publication attempt(Terms terms, Planning planning) {
        LiveSet live = live(terms.tenant());
        requireExpected(terms, live);
        Checked checked = planning.on(live);
        checked.plan()
                .forEach(planned -> terms.mayChange().accept(planned.name().kind()));
        if (checked.plan().isEmpty()) {
            return new Publication(latest(live), false, clock.instant(), checked.diagnostics(), checked.declared());
        }
        ensureTopics(checked.topics());
        Release release = releasing.release(live.epoch(), checked.plan(), terms);
        return new Publication(release, true, clock.instant(), checked.diagnostics(), checked.declared());
    }

    private Release latest(LiveSet live) {
        return Objects.requireNonNull(store.read(state -> state.release(live.tenant(), live.epoch())));
    }

    private static void requireExpected(Terms terms, LiveSet live) {
        if (terms.expectedEpoch() != null && terms.expectedEpoch() != live.epoch()) {
            throw new ProblemException(
                            ProblemCode.STALE_EPOCH,
                            "Epoch " + terms.expectedEpoch() + " was expected, but " + live.epoch() + " is live")
                    .help("look at what has changed, then publish again")
                    .detail(ProblemDetails.EXPECTED_EPOCH, terms.expectedEpoch())
                    .detail(ProblemDetails.ACTUAL_EPOCH, live.epoch());
        }
    }

    private void ensureTopics(Set<String> topics) {
        try {
            store.ensureTopics(topics);
        } catch (UnusableTopicException e) {
            throw new ProblemException(
                    ProblemCode.TOPIC_INVALID, "The topic '" + e.topic() + "': " + e.getMessage(), e);
        }
    }

    private void abortOverdue() {
        try {
            store.read(state -> List.copyOf(state.tenants())).forEach(releasing::abortIfOverdue);
        } catch (StoreException e) {
            LOG.warn("Overdue publishes could not be looked for: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        overdue.shutdownNow();
    }
}
