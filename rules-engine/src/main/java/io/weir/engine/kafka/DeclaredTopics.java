package io.weir.engine.kafka;

import io.weir.engine.JobConfig;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.kafka.source.enumerator.subscriber.KafkaSubscriber;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** The topics of all declared streams, asked for again and again: those of a new stream join a running job. */
final class DeclaredTopics implements KafkaSubscriber {

    private static final long serialVersionUID = 1L;

    private final JobConfig config;
    private transient @Nullable StreamDirectory directory;

    DeclaredTopics(JobConfig config) {
        this.config = config;
    }

    @Override
    public Set<TopicPartition> getSubscribedTopicPartitions(AdminClient admin) {
        StreamDirectory known = directory();
        if (end(admin) > known.next()) {
            known.refresh(config.controlDeadline());
        }
        Set<TopicPartition> partitions = new HashSet<>();
        describe(admin, known.topics()).forEach((topic, description) -> addPartitions(topic, description, partitions));
        return partitions;
    }

    /** Not the shared one: what that has seen, this has perhaps not acted on, and it may be in another process. */
    private StreamDirectory directory() {
        if (directory == null) {
            directory = new StreamDirectory(config);
        }
        return directory;
    }

    private long end(AdminClient admin) {
        TopicPartition control = new TopicPartition(config.topics().control(), 0);
        return get(admin.listOffsets(
                                Map.of(control, OffsetSpec.latest()),
                                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .partitionResult(control))
                .offset();
    }

    private static Map<String, KafkaFuture<TopicDescription>> describe(AdminClient admin, Set<String> topics) {
        return admin.describeTopics(topics).topicNameValues();
    }

    private static void addPartitions(
            String topic, KafkaFuture<TopicDescription> description, Set<TopicPartition> partitions) {
        try {
            for (TopicPartitionInfo partition : get(description).partitions()) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
        } catch (ControlTopicUnavailable e) {
            // A stream whose topic does not exist has no events; it is looked for again at the next turn.
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new ControlTopicUnavailable("Kafka did not tell its topics: " + e.getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlTopicUnavailable("Interrupted", e);
        }
    }
}
