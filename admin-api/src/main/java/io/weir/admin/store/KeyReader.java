package io.weir.admin.store;

import io.weir.admin.access.ApiKey;
import io.weir.admin.access.Keys;
import io.weir.dsl.contract.ContractJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows the topic of the keys. Once it is not read any more nobody gets in: a key could have been revoked since. */
final class KeyReader implements Keys, AutoCloseable {

    private final Map<String, ApiKey> keys = new TreeMap<>();
    private final TopicFollower follower;

    KeyReader(Cluster cluster) {
        follower = new TopicFollower(cluster, cluster.topics().access(), this::take);
    }

    void start() {
        follower.start();
    }

    boolean awaitPosition(long offset, Duration timeout) {
        return follower.awaitPosition(offset, timeout);
    }

    @Nullable
    StoreUnavailableException failure() {
        return follower.failure();
    }

    private void take(byte[] key, byte @Nullable [] value) {
        String id = new String(key, StandardCharsets.UTF_8);
        if (value == null) {
            keys.remove(id);
        } else {
            keys.put(id, ContractJson.read(value, ApiKey.class));
        }
    }

    @Override
    public @Nullable ApiKey key(String id) {
        return follower.read(() -> Optional.ofNullable(keys.get(id))).orElse(null);
    }

    @Override
    public Collection<ApiKey> all() {
        return follower.read(() -> List.copyOf(keys.values()));
    }

    @Override
    public void close() {
        follower.close();
    }
}
