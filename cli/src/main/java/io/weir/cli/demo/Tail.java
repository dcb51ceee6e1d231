package io.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.AlertLine;
import io.weir.cli.Console;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlCodec;
import io.weir.dsl.contract.Enrichment;
import io.weir.dsl.contract.StatusReport;
import io.weir.dsl.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads Weir's topics as any consumer would, committed records only, and prints what arrives. */
final class Tail implements AutoCloseable {

    private final Topics topics;
    private final Console console;
    private final Tally tally;
    private final ReleaseWatch releases;
    private final Consumer<byte[], byte[]> consumer;
    private final CountDownLatch engineStarted = new CountDownLatch(1);
    private final Thread thread = new Thread(this::read, "demo-tail");

    Tail(String bootstrapServers, Topics topics, String tenant, Console console, Tally tally) {
        this.topics = topics;
        this.console = console;
        this.tally = tally;
        this.releases = new ReleaseWatch(tenant);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        50),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** From the beginning of all topics on; they must be there. */
    void start() {
        List<TopicPartition> partitions = List.of(
                        topics.alerts(),
                        topics.enrichments(),
                        topics.late(),
                        topics.deadLetter(),
                        topics.status(),
                        topics.control())
                .stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .collect(Collectors.toList());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.start();
    }

    /** True once every task of the engine has applied what was published before. */
    boolean awaitEngine(long millis) throws InterruptedException {
        return engineStarted.await(millis, TimeUnit.MILLISECONDS);
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::take);
                if (releases.started()) {
                    engineStarted.countDown();
                    releases.next().ifPresent(line -> console.say("==> " + line));
                }
            }
        } catch (WakeupException closed) {
            // That is how close() ends the loop.
            return;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        if (topic.equals(topics.alerts())) {
            alert(ContractJson.read(record.value(), JsonNode.class));
        } else if (topic.equals(topics.enrichments())) {
            enrichment(ContractJson.read(record.value(), Enrichment.class));
        } else if (topic.equals(topics.late())) {
            tally.late();
        } else if (topic.equals(topics.deadLetter())) {
            tally.deadLetter();
        } else if (topic.equals(topics.status())) {
            releases.status(ContractJson.read(record.value(), StatusReport.class));
        } else if (record.value() != null) {
            ControlCodec.read(record.key(), record.value())
                    .ifPresent(control -> releases.control(control, record.timestamp()));
        }
    }

    private void alert(JsonNode alert) {
        long written = Instant.parse(alert.path("time").asText()).toEpochMilli();
        tally.alert(alert.path("rule").asText(), System.currentTimeMillis() - written);
        console.out().println(AlertLine.of(alert, console.outColour()));
    }

    private void enrichment(Enrichment enrichment) {
        tally.enrichment(enrichment.status().name());
        String answer = enrichment.status() == Enrichment.Status.OK
                ? enrichment.output().toString()
                : enrichment.status() + ": " + enrichment.reason();
        console.out()
                .println("              enriched  " + enrichment.rule() + " (alert "
                        + enrichment
                                .alert()
                                .substring(0, Math.min(8, enrichment.alert().length())) + ", "
                        + enrichment.latencyMillis() + " ms): " + answer);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
