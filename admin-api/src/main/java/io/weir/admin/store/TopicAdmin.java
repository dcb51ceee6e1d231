package io.weir.admin.store;

import io.weir.dsl.contract.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Creates the topics that are missing, before anything names them, and asks how far a partition reaches. */
final class TopicAdmin implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Map<String, String> KEPT_FOR_EVER = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
    private static final Map<String, String> CONTROL = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1",
            TopicConfig.DELETE_RETENTION_MS_CONFIG,
            String.valueOf(Duration.ofDays(7).toMillis()),
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
            String.valueOf(Duration.ofDays(1).toMillis()),
            TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
            "false",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            String.valueOf(Cluster.MAX_RECORD_BYTES));
    private static final Map<String, String> STATUS = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Duration.ofHours(1).toMillis()));

    /** Longer than a warm start that was stopped may wait to go on. */
    private static final Map<String, String> BACKFILL = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Duration.ofDays(7).toMillis()));

    private final Admin admin;

    TopicAdmin(Cluster cluster) {
        admin = cluster.admin();
    }

    /** Weir's own topics. Fails with {@link UnusableTopicException} where the control topic is there but would lose or reorder. */
    void ensureOwn(Topics topics) {
        ensure(List.of(
                topic(topics.control(), CONTROL),
                topic(topics.access(), CONTROL),
                topic(topics.audit(), KEPT_FOR_EVER),
                topic(topics.status(), STATUS),
                topic(topics.alerts()),
                topic(topics.enrichRequests()),
                topic(topics.enrichments()),
                topic(topics.backfill(), BACKFILL),
                topic(topics.late()),
                topic(topics.deadLetter())));
        requireUsable(topics.control());
        requireUsable(topics.access());
    }

    /** Topics that rules and streams name, with the broker's defaults. */
    void ensureNamed(Collection<String> names) {
        ensure(new TreeSet<>(names).stream().map(TopicAdmin::topic).toList());
    }

    long endOffset(TopicPartition partition, IsolationLevel isolation) {
        return get(admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                        .partitionResult(partition))
                .offset();
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.empty(), Optional.empty());
    }

    private static NewTopic topic(String name, Map<String, String> config) {
        return new NewTopic(name, Optional.of(1), Optional.empty()).configs(config);
    }

    private void ensure(Collection<NewTopic> wanted) {
        Set<String> present = get(admin.listTopics().names());
        List<NewTopic> missing =
                wanted.stream().filter(topic -> !present.contains(topic.name())).toList();
        if (missing.isEmpty()) {
            return;
        }
        admin.createTopics(missing).values().forEach(TopicAdmin::awaitCreated);
        awaitVisible(missing.stream().map(NewTopic::name).collect(Collectors.toSet()));
    }

    private static void awaitCreated(String topic, KafkaFuture<Void> creation) {
        try {
            get(creation);
        } catch (StoreUnavailableException e) {
            if (e.getCause() instanceof InvalidTopicException invalid) {
                throw new UnusableTopicException(topic, "Kafka refuses the name: " + invalid.getMessage(), invalid);
            }
            // Another server may have been faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void awaitVisible(Set<String> names) {
        Pause pause = new Pause(ANSWER);
        while (true) {
            try {
                get(admin.describeTopics(names).allTopicNames());
                return;
            } catch (StoreUnavailableException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || !pause.take()) {
                    throw e;
                }
            }
        }
    }

    private void requireUsable(String topic) {
        TopicDescription description = get(
                required(admin.describeTopics(Set.of(topic)).topicNameValues().get(topic)));
        if (description.partitions().size() != 1) {
            throw new UnusableTopicException(
                    topic,
                    "Topic " + topic + " must have one partition, not "
                            + description.partitions().size(),
                    null);
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        String policy = get(required(
                        admin.describeConfigs(Set.of(resource)).values().get(resource)))
                .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                .value();
        if (!TopicConfig.CLEANUP_POLICY_COMPACT.equals(policy)) {
            throw new UnusableTopicException(
                    topic,
                    "Topic " + topic + " must have cleanup.policy=compact, not " + policy
                            + ": it would forget what is in force",
                    null);
        }
    }

    private static <T> T required(@Nullable T answer) {
        return Objects.requireNonNull(answer, "Kafka answers for each that is asked for");
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new StoreUnavailableException("Kafka: " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new StoreUnavailableException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("Interrupted while asking Kafka", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
