package io.weir.admin;

import io.weir.admin.store.Cluster;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlCodec;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Follows the control topic and reports as an engine's tasks do; evaluates nothing. */
final class FakeEngine implements AutoCloseable {

    private final Cluster cluster;
    private final List<Long> watermarks;
    private final Set<Integer> silent = ConcurrentHashMap.newKeySet();
    private final ControlState state = new ControlState();
    private final Map<String, Instant> appliedAt = new HashMap<>();
    private final Instant startedAt = Instant.now();
    private final Consumer<byte[], byte[]> control;
    private final Producer<byte[], byte[]> status;
    private final Thread thread = new Thread(this::run, "fake-engine");
    private volatile boolean closed;

    /**
     * @param watermarks of the route tasks, as many as there are; {@code Long.MIN_VALUE} for none
     */
    FakeEngine(Cluster cluster, Long... watermarks) {
        this.cluster = cluster;
        this.watermarks = List.of(watermarks);
        control = cluster.consumer(IsolationLevel.READ_COMMITTED);
        status = new KafkaProducer<>(
                new HashMap<>(cluster.properties()), new ByteArraySerializer(), new ByteArraySerializer());
        thread.start();
    }

    /** From now on this route task does not answer; it still reports. */
    void silence(int subtask) {
        silent.add(subtask);
    }

    void unsilence(int subtask) {
        silent.remove(subtask);
    }

    private void run() {
        TopicPartition partition = new TopicPartition(cluster.topics().control(), 0);
        try (control) {
            control.assign(List.of(partition));
            control.seekToBeginning(List.of(partition));
            while (!closed) {
                control.poll(Duration.ofMillis(100))
                        .forEach(record ->
                                ControlCodec.read(record.key(), record.value()).ifPresent(state::apply));
                report();
            }
        } catch (WakeupException closing) {
            closed = true;
        }
    }

    private void report() {
        for (int subtask = 0; subtask < watermarks.size(); subtask++) {
            send(report("route", subtask));
            send(report("evaluate", subtask));
        }
        status.flush();
    }

    private void send(StatusReport report) {
        status.send(
                new ProducerRecord<>(cluster.topics().status(), report.key().getBytes(), ContractJson.write(report)));
    }

    private StatusReport report(String operator, int subtask) {
        Long watermark = watermarks.get(subtask) == Long.MIN_VALUE ? null : watermarks.get(subtask);
        List<StatusReport.Applied> applied = state.tenants().stream()
                .map(tenant -> new StatusReport.Applied(tenant, state.epoch(tenant), appliedAt(tenant)))
                .toList();
        List<StatusReport.Prepared> prepared = state.tenants().stream()
                .filter(tenant -> state.pending(tenant) != null)
                .filter(tenant -> !silent.contains(subtask))
                .map(tenant -> prepared(state.pending(tenant), watermark))
                .toList();
        return new StatusReport(
                "fake",
                operator,
                subtask,
                watermarks.size(),
                startedAt,
                Instant.now(),
                watermark,
                applied,
                prepared,
                10,
                1,
                0,
                0,
                List.of(),
                List.of());
    }

    private Instant appliedAt(String tenant) {
        return appliedAt.computeIfAbsent(tenant + "/" + state.epoch(tenant), any -> Instant.now());
    }

    private static StatusReport.Prepared prepared(Prepare pending, Long watermark) {
        return new StatusReport.Prepared(pending.tenant(), pending.epoch(), pending.writeId(), watermark);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        control.wakeup();
        thread.join();
        status.close(Duration.ofSeconds(2));
    }
}
