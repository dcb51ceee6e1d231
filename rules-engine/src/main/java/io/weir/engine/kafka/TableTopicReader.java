package io.weir.engine.kafka;

import io.weir.dsl.plan.TablePlan;
import io.weir.engine.JobConfig;
import io.weir.engine.evaluate.TableRow;
import io.weir.engine.evaluate.TableRowDecoder;
import io.weir.engine.evaluate.TableStore;
import io.weir.engine.evaluate.TableUnavailable;
import io.weir.engine.evaluate.UnreadableEvent;
import io.weir.engine.evaluate.UnreadableRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the topic of a table from its beginning, in a thread of its own. */
final class TableTopicReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(TableTopicReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PAUSE_MILLIS = 500;

    private final JobConfig config;
    private final TableStore store;
    private final TablePlan table;
    private final TableRowDecoder decoder;
    private final Thread thread;
    private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private final Map<TopicPartition, Long> told = new HashMap<>();
    private Map<TopicPartition, Long> ends = Map.of();
    private boolean follows;
    private int users;
    private volatile boolean stopped;
    private volatile @Nullable String problem;

    TableTopicReader(JobConfig config, TableStore store) {
        this.config = config;
        this.store = store;
        this.table = store.table();
        this.decoder = new TableRowDecoder(table, config.zone());
        this.thread = new Thread(this, "weir-table-" + table.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    TableStore store() {
        return store;
    }

    /** Why rows cannot be read at the moment; null where they can. */
    @Nullable
    String problem() {
        return problem;
    }

    void use() {
        users++;
    }

    /** Whether that was the last one who did. */
    boolean unused() {
        return --users == 0;
    }

    void stop() {
        stopped = true;
    }

    /** Waits until all rows that are there now have been read. Fails with {@link TableUnavailable}. */
    void awaitEnd(Duration within) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        asked.add(end);
        try {
            end.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            String reason = problem == null ? "it has more rows than were read in that time" : problem;
            throw new TableUnavailable(
                    describe() + " was not read to its end within " + within.toSeconds() + " s: " + reason, e);
        } catch (ExecutionException e) {
            throw new TableUnavailable(describe() + " could not be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableUnavailable("Interrupted while " + describe() + " was read", e);
        }
    }

    private String describe() {
        return "Table " + table.name() + ", topic " + table.topic() + " at "
                + config.kafka().bootstrapServers();
    }

    @Override
    public void run() {
        while (!stopped) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties())) {
                // Whoever waits is told where the topic ends by this consumer.
                ends = Map.of();
                while (!stopped) {
                    step(consumer);
                }
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                problem = String.valueOf(e.getMessage());
                LOG.warn("{} cannot be read (OPERATOR); trying again", describe(), e);
                pause();
            }
        }
    }

    private void step(KafkaConsumer<byte[], byte[]> consumer) {
        for (CompletableFuture<Void> next = asked.poll(); next != null; next = asked.poll()) {
            waiting.add(next);
            ends = Map.of();
        }
        boolean asksForEnds = !waiting.isEmpty() && ends.isEmpty();
        if (asksForEnds || consumer.assignment().isEmpty()) {
            assign(consumer);
        }
        if (asksForEnds) {
            ends = consumer.endOffsets(consumer.assignment());
        }
        if (consumer.assignment().isEmpty()) {
            problem = "there is no such topic";
            pause();
            return;
        }
        for (ConsumerRecord<byte[], byte[]> row : consumer.poll(POLL)) {
            take(row);
        }
        for (TopicPartition partition : consumer.assignment()) {
            read.put(partition, consumer.position(partition));
        }
        problem = null;
        remember(consumer);
        settle();
    }

    /** To all partitions that there are, each from where it was read up to. */
    private void assign(KafkaConsumer<byte[], byte[]> consumer) {
        List<PartitionInfo> found = consumer.partitionsFor(table.topic());
        Set<TopicPartition> partitions = found == null
                ? Set.of()
                : found.stream().map(TableTopicReader::partition).collect(Collectors.toSet());
        if (partitions.equals(consumer.assignment())) {
            return;
        }
        consumer.assign(partitions);
        consumer.committed(partitions).forEach((partition, offset) -> {
            if (offset != null) {
                told.merge(partition, offset.offset(), Math::max);
            }
        });
        partitions.forEach(partition -> consumer.seek(partition, read.getOrDefault(partition, 0L)));
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    private void take(ConsumerRecord<byte[], byte[]> row) {
        try {
            if (row.value() != null) {
                put(decoder.decode(row.value()));
            } else if (row.key() != null) {
                put(decoder.decode(row.key()));
            }
        } catch (UnreadableEvent e) {
            TopicPartition partition = new TopicPartition(row.topic(), row.partition());
            if (row.offset() >= told.getOrDefault(partition, 0L)) {
                byte[] bytes = row.value() == null ? row.key() : row.value();
                String reason = "table " + table.name() + ": " + e.getMessage();
                store.refuse(new UnreadableRow(row.topic(), row.partition(), row.offset(), bytes, reason));
            }
        }
    }

    private void put(TableRow row) {
        if (follows) {
            store.follow(row);
        } else {
            store.put(row);
        }
    }

    /** What is unreadable is told once, by this start or an earlier one: offsets are committed when nothing is left to tell. */
    private void remember(KafkaConsumer<byte[], byte[]> consumer) {
        boolean isNew =
                read.entrySet().stream().anyMatch(each -> each.getValue() > told.getOrDefault(each.getKey(), 0L));
        if (isNew && !store.hasUnreadable() && store.untold() == 0) {
            read.forEach((partition, offset) -> told.merge(partition, offset, Math::max));
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            told.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
            consumer.commitAsync(offsets, (committed, failure) -> {
                if (failure != null) {
                    LOG.debug("Offsets of {} were not committed", describe(), failure);
                }
            });
        }
    }

    private void settle() {
        boolean reached = !ends.isEmpty()
                && ends.entrySet().stream().allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
        if (reached) {
            follows = true;
            waiting.forEach(each -> each.complete(null));
            waiting.clear();
            ends = Map.of();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Properties properties() {
        Properties properties = config.kafka().clientProperties();
        properties.put(
                ConsumerConfig.GROUP_ID_CONFIG, config.kafka().topicsPrefix() + "-" + config.engine() + "-tables");
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }
}
