package io.weir.admin.store;

import io.weir.dsl.contract.ControlCodec;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows the control topic and keeps its fold. */
final class ControlReader implements AutoCloseable {

    private static final int REMEMBERED_WRITES = 10_000;

    private final ControlState state = new ControlState();
    private final Set<String> writeIds = new LinkedHashSet<>();
    private final TopicFollower follower;

    ControlReader(Cluster cluster) {
        follower = new TopicFollower(cluster, cluster.topics().control(), this::take);
    }

    void start() {
        follower.start();
    }

    /** What the function finds in the fold as it is now; it must not block and must not keep the state. */
    <T> T read(Function<ControlState, T> query) {
        return follower.read(() -> query.apply(state));
    }

    /** Whether a write of that mark stands, among the last 10,000. */
    boolean hasSeen(String writeId) {
        return follower.read(() -> writeIds.contains(writeId));
    }

    /** False when the time is up first. */
    boolean awaitPosition(long offset, Duration timeout) {
        return follower.awaitPosition(offset, timeout);
    }

    /** False when the time is up first. */
    boolean awaitState(Predicate<ControlState> condition, Duration timeout) {
        return follower.await(() -> condition.test(state), timeout);
    }

    @Nullable
    StoreUnavailableException failure() {
        return follower.failure();
    }

    private void take(byte[] key, byte @Nullable [] value) {
        if (value != null) {
            Optional<ControlRecord> known = ControlCodec.read(key, value);
            known.ifPresent(state::apply);
            known.map(ControlReader::writeId).ifPresent(this::remember);
        }
    }

    private void remember(String writeId) {
        writeIds.add(writeId);
        if (writeIds.size() > REMEMBERED_WRITES) {
            writeIds.remove(writeIds.iterator().next());
        }
    }

    private static @Nullable String writeId(ControlRecord record) {
        if (record instanceof Release release) {
            return release.writeId();
        }
        return record instanceof Prepare prepare ? prepare.writeId() : null;
    }

    @Override
    public void close() {
        follower.close();
    }
}
