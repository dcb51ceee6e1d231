package io.weir.admin;

import io.weir.admin.store.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** All that is committed on a topic's first partition. */
public final class TopicContent {

    private TopicContent() {}

    public static List<ConsumerRecord<byte[], byte[]>> of(Cluster cluster, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = cluster.consumer(IsolationLevel.READ_COMMITTED)) {
            consumer.assign(Set.of(partition));
            consumer.seek(partition, 0);
            long end = consumer.endOffsets(Set.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
