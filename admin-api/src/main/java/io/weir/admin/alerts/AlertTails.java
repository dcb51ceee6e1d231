package io.weir.admin.alerts;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.admin.publish.Publisher;
import io.weir.admin.publish.RuleCatalog;
import io.weir.admin.store.Cluster;
import io.weir.dsl.plan.Slug;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All tails of this server: the door of this package. */
public final class AlertTails implements AutoCloseable {

    /** Each is a thread and a Kafka consumer. */
    private static final int MOST = 32;

    private final Cluster cluster;
    private final Publisher publisher;
    private final RuleCatalog catalog;
    private final Clock clock;
    private final Set<AlertTail> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public AlertTails(Cluster cluster, Publisher publisher, RuleCatalog catalog, Clock clock) {
        this.cluster = cluster;
        this.publisher = publisher;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** A tail that can be run once, or closed unused. */
    public interface Tail extends AutoCloseable {

        /** Returns when the listener is gone or the server ends. */
        void run(AlertListener listener);

        @Override
        void close();
    }

    /**
     * Fails with {@link ProblemException} for a position that is none, and where too many listen.
     *
     * @param rule a name or slug; null for all
     * @param position where to resume; null for now
     */
    public Tail open(String tenant, @Nullable String rule, @Nullable String position) {
        AlertPosition from = position == null
                ? null
                : AlertPosition.parse(position)
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.INVALID_REQUEST, "Last-Event-ID: not one that this server gives"));
        AlertFilter filter = new AlertFilter(tenant, rule == null ? null : Slug.of(rule));
        if (closed || open.size() >= MOST) {
            throw new ProblemException(
                    ProblemCode.UNAVAILABLE, closed ? "The server ends" : MOST + " tails of alerts are open already");
        }
        AlertTail tail = new AlertTail(cluster, () -> topics(tenant), filter, from, clock);
        open.add(tail);
        return new Counted(tail);
    }

    private final class Counted implements Tail {
        private final AlertTail tail;

        Counted(AlertTail tail) {
            this.tail = tail;
        }

        @Override
        public void run(AlertListener listener) {
            try (this) {
                tail.run(listener);
            }
        }

        @Override
        public void close() {
            open.remove(tail);
            tail.close();
        }
    }

    private Set<String> topics(String tenant) {
        Set<String> topics = new TreeSet<>(catalog.alertTopics(publisher.live(tenant)));
        topics.add(cluster.topics().alerts());
        return topics;
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(AlertTail::close);
    }
}
