package io.weir.samples.notifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics that the service needs: its own two, which it makes, and that of the alerts. */
final class OwnTopics {

    private OwnTopics() {}

    static void ensure(Settings settings) {
        NewTopic journal = new NewTopic(settings.journalTopic(), Optional.of(1), Optional.empty())
                .configs(Map.of("cleanup.policy", "compact"));
        NewTopic deadLetter = new NewTopic(settings.deadLetterTopic(), Optional.of(1), Optional.empty());
        try (Admin admin = Admin.create(new HashMap<>(settings.kafka()))) {
            Set<String> present = get(admin.listTopics().names());
            List<NewTopic> missing = List.of(journal, deadLetter).stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).values().values().forEach(OwnTopics::created);
        }
    }

    private static void created(KafkaFuture<Void> creation) {
        try {
            get(creation);
        } catch (TopicExistsException another) {
            // Another instance was faster.
            return;
        }
    }

    /** All of the topic. Fails while it is not there. */
    static List<TopicPartition> partitions(Settings settings, KafkaConsumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(settings.topic()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("There is no topic " + settings.topic());
        }
        return partitions;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while asking Kafka", e);
        }
    }
}
