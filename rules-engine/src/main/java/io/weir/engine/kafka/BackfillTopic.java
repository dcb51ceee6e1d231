package io.weir.engine.kafka;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.kafka.source.enumerator.subscriber.KafkaSubscriber;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The one partition of the backfill topic, once there is one: the server creates it, and may be younger than the engine. */
final class BackfillTopic implements KafkaSubscriber {

    private static final long serialVersionUID = 1L;

    private final String topic;

    BackfillTopic(String topic) {
        this.topic = topic;
    }

    @Override
    public Set<TopicPartition> getSubscribedTopicPartitions(AdminClient admin) {
        try {
            admin.describeTopics(Set.of(topic)).allTopicNames().get();
            return Set.of(new TopicPartition(topic, 0));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Set.of();
            }
            throw new ControlTopicUnavailable("Kafka did not tell its topics: " + e.getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlTopicUnavailable("Interrupted", e);
        }
    }
}
