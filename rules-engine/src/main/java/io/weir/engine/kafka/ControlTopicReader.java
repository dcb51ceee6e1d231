package io.weir.engine.kafka;

import io.weir.engine.KafkaAccess;
import io.weir.engine.operator.Bootstrap;
import io.weir.engine.state.ControlMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the control topic up to where it ends at the time of the call. */
final class ControlTopicReader {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final byte[] NOTHING = {};

    private final KafkaAccess kafka;
    private final TopicPartition partition;

    ControlTopicReader(KafkaAccess kafka) {
        this.kafka = kafka;
        this.partition = new TopicPartition(kafka.topics().control(), 0);
    }

    /** Fails with {@link ControlTopicUnavailable} where the end is not reached in time. */
    Bootstrap.Reading read(long from, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties(within))) {
            consumer.assign(Set.of(partition));
            consumer.seek(partition, from);
            return readToEnd(consumer, deadline);
        } catch (KafkaException e) {
            throw new ControlTopicUnavailable(describe() + " could not be read: " + e.getMessage(), e);
        }
    }

    private Bootstrap.Reading readToEnd(KafkaConsumer<byte[], byte[]> consumer, long deadline) {
        Long end = consumer.endOffsets(Set.of(partition)).get(partition);
        List<ControlMessage> messages = new ArrayList<>();
        // Commit markers take offsets too, so the last record says nothing: the position does.
        while (end == null || consumer.position(partition) < end) {
            if (System.nanoTime() > deadline) {
                throw new ControlTopicUnavailable(
                        describe() + " was read up to offset " + consumer.position(partition) + " of " + end
                                + " before the deadline",
                        null);
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                messages.add(message(record));
            }
        }
        return new Bootstrap.Reading(messages, consumer.position(partition));
    }

    static ControlMessage message(ConsumerRecord<byte[], byte[]> record) {
        return new ControlMessage(record.offset(), orNothing(record.key()), orNothing(record.value()));
    }

    private static byte[] orNothing(byte @Nullable [] bytes) {
        return bytes == null ? NOTHING : bytes;
    }

    private Properties properties(Duration within) {
        Properties properties = kafka.clientProperties();
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) within.toMillis());
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.min(30_000, within.toMillis()));
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 16 << 20);
        return properties;
    }

    private String describe() {
        return "The control topic " + partition.topic() + " at " + kafka.bootstrapServers();
    }
}
