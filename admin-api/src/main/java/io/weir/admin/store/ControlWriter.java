package io.weir.admin.store;

import io.weir.admin.access.ApiKey;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlCodec;
import io.weir.dsl.contract.ControlRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compare-and-set. Whoever takes the shared transactional id ends what other writers have under way, so between the moment that
 * this writer has caught up and its commit nobody else can write, or its commit fails.
 */
final class ControlWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlWriter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final ControlReader reader;
    private final KeyReader keys;
    private final TopicAdmin topics;
    private final TopicPartition control;
    private final TopicPartition access;
    // Fair: a busy server serves its callers in turn.
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable Producer<byte[], byte[]> producer;
    private volatile boolean closed;

    ControlWriter(
            Cluster cluster,
            Supplier<Producer<byte[], byte[]>> producers,
            ControlReader reader,
            KeyReader keys,
            TopicAdmin topics) {
        this.cluster = cluster;
        this.producers = producers;
        this.reader = reader;
        this.keys = keys;
        this.topics = topics;
        control = new TopicPartition(cluster.topics().control(), 0);
        access = new TopicPartition(cluster.topics().access(), 0);
    }

    /** Null where the draft found nothing to do. Whatever the draft throws comes out, and nothing is written. */
    @Nullable
    Write write(Draft draft) {
        lock.lock();
        try {
            return new Attempts(draft).run();
        } finally {
            lock.unlock();
        }
    }

    /** One write, tried until it stands, is refused, or the time is up. */
    private final class Attempts {
        private final Draft draft;
        private final String writeId = UUID.randomUUID().toString();
        private final Pause pause = new Pause(PATIENCE);
        private @Nullable Write uncertain;

        Attempts(Draft draft) {
            this.draft = draft;
        }

        @Nullable
        Write run() {
            while (true) {
                try {
                    return attempt();
                } catch (KafkaException | StoreUnavailableException e) {
                    LOG.debug("Write {} is tried again", writeId, e);
                    release();
                    if (closed || reader.failure() != null || !pause.take()) {
                        throw uncertain == null
                                ? new StoreUnavailableException("Kafka: " + e.getMessage(), e)
                                : new WriteUnknownException(writeId, e);
                    }
                }
            }
        }

        private @Nullable Write attempt() {
            Producer<byte[], byte[]> mine = catchUp();
            if (uncertain != null && (reader.hasSeen(writeId) || stand(uncertain.keys()))) {
                return uncertain;
            }
            uncertain = null;
            Write write = reader.read(state -> draft.on(state, writeId));
            if (write != null) {
                write.records().forEach(ControlWriter::requireFits);
                commit(mine, write);
            }
            return write;
        }

        private void commit(Producer<byte[], byte[]> mine, Write write) {
            mine.beginTransaction();
            Ends own = send(mine, write);
            uncertain = write;
            mine.commitTransaction();
            awaitOwn(own);
        }
    }

    /** The holder of the transactional id, with a reader that has seen all that was written before. */
    private Producer<byte[], byte[]> catchUp() {
        Producer<byte[], byte[]> mine = producer;
        IsolationLevel isolation = IsolationLevel.READ_COMMITTED;
        if (mine == null) {
            mine = producers.get();
            producer = mine;
            mine.initTransactions();
            // All that the one before us wrote is decided now; nothing open can be ahead.
            isolation = IsolationLevel.READ_UNCOMMITTED;
        }
        if (!await(new Ends(topics.endOffset(control, isolation), topics.endOffset(access, isolation)))) {
            throw new StoreUnavailableException("The control topic's end was not reached in time", null);
        }
        return mine;
    }

    /** Offsets up to which the two topics are to be read. */
    private record Ends(long control, long access) {}

    private boolean await(Ends ends) {
        return reader.awaitPosition(ends.control(), Cluster.TRANSACTION_TIMEOUT)
                && keys.awaitPosition(ends.access(), Cluster.TRANSACTION_TIMEOUT);
    }

    /** Whether those keys are what is stored. */
    private boolean stand(List<ApiKey> written) {
        return !written.isEmpty() && written.stream().allMatch(key -> key.equals(keys.key(key.id())));
    }

    // Before the transaction: a producer that meets such a record gives up the whole of it.
    private static void requireFits(ControlRecord record) {
        if (ControlCodec.value(record).length > Cluster.MAX_VALUE_BYTES) {
            throw new RecordTooLargeException(record.key());
        }
    }

    /** How far to read to see the write. */
    private Ends send(Producer<byte[], byte[]> mine, Write write) {
        List<Sent> records = new ArrayList<>();
        for (ControlRecord record : write.records()) {
            records.add(send(mine, control.topic(), ControlCodec.key(record), ControlCodec.value(record)));
        }
        List<Sent> given = new ArrayList<>();
        for (ApiKey key : write.keys()) {
            given.add(send(mine, access.topic(), bytes(key.id()), ContractJson.write(key)));
        }
        send(mine, cluster.topics().audit(), bytes(write.audit().tenant()), ContractJson.write(write.audit()))
                .await();
        return new Ends(end(records), end(given));
    }

    private static long end(List<Sent> sent) {
        return sent.stream().mapToLong(Sent::await).max().orElse(-1) + 1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Sent send(Producer<byte[], byte[]> mine, String topic, byte[] key, byte[] value) {
        return new Sent(new String(key, StandardCharsets.UTF_8), mine.send(new ProducerRecord<>(topic, 0, key, value)));
    }

    private record Sent(String key, Future<RecordMetadata> answer) {
        long await() {
            try {
                return answer.get().offset();
            } catch (ExecutionException e) {
                throw new KafkaException(
                        "Record " + key + " was not taken", Objects.requireNonNullElse(e.getCause(), e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreUnavailableException("Interrupted while writing", e);
            }
        }
    }

    // Without this wait the next write would compare with a state that lacks this one.
    private void awaitOwn(Ends own) {
        if (!await(own)) {
            LOG.warn("The own write before {} is committed but not read yet", own);
            release();
        }
    }

    /** Gives the transactional id up; the next write takes it again, and that ends what is left of this one. */
    private void release() {
        Producer<byte[], byte[]> mine = producer;
        producer = null;
        if (mine != null) {
            mine.close(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        // A write under way ends its attempt, and does not try again.
        closed = true;
        lock.lock();
        try {
            release();
        } finally {
            lock.unlock();
        }
    }
}
