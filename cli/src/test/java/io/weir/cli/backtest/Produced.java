package io.weir.cli.backtest;

import io.weir.engine.state.OutRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What engines have written to some topics, read committed. */
final class Produced implements AutoCloseable {

    private final Set<String> topics;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Produced(String servers, Set<String> topics) {
        this.topics = topics;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Where the topics end now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions());
    }

    private List<TopicPartition> partitions() {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topics.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** All that came after those places. */
    List<OutRecord> since(Map<TopicPartition, Long> places) {
        Map<TopicPartition, Long> ends = ends();
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> consumer.seek(partition, places.getOrDefault(partition, 0L)));
        List<OutRecord> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(50)).forEach(record -> records.add(out(record)));
        }
        return records;
    }

    private static OutRecord out(ConsumerRecord<byte[], byte[]> record) {
        List<OutRecord.Header> headers = Arrays.stream(record.headers().toArray())
                .map(header -> new OutRecord.Header(header.key(), header.value()))
                .toList();
        return new OutRecord(record.topic(), record.key(), record.value(), headers);
    }

    /** Every byte of a record, as a line that can be compared and read. */
    static String line(OutRecord record) {
        String key = record.key() == null ? "none" : text(record.key());
        String headers = record.headers().stream()
                .map(header -> header.name() + "=" + text(header.value()))
                .collect(Collectors.joining(", "));
        return record.topic() + " " + key + " [" + headers + "] " + text(record.value());
    }

    static List<String> lines(List<OutRecord> records) {
        return records.stream().map(Produced::line).sorted().toList();
    }

    // Each byte a character: none is lost.
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
