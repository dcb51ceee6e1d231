package io.weir.cli.demo;

import io.weir.samples.Logins;
import io.weir.samples.Payments;
import io.weir.samples.Readings;
import io.weir.samples.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes the stories' events to Kafka at a steady rate, over all partitions in turn. */
final class EventPlayer implements AutoCloseable {

    private static final long TICK_NANOS = 5_000_000;
    private static final long SEED = 42;

    private final Producer<byte[], byte[]> producer;
    private final List<Story> stories;
    private final int rate;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Thread thread = new Thread(this::play, "event-player");
    private volatile boolean stopped;
    private volatile long startedAt;
    private volatile long lastAt;

    /** @param rate events a second, over all stories */
    EventPlayer(String bootstrapServers, int rate) {
        int each = Math.max(1, rate / 3);
        this.stories = List.of(new Logins(SEED, each), new Payments(SEED, each), new Readings(SEED, each));
        this.rate = rate;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "weir-demo-player"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void start() {
        stories.forEach(story -> producer.partitionsFor(story.topic()));
        thread.start();
    }

    /** How many events Kafka has acknowledged. */
    long written() {
        return written.get();
    }

    /** How long it has played. */
    double seconds() {
        return (lastAt - startedAt) / 1e9;
    }

    long failed() {
        return failed.get();
    }

    private void play() {
        startedAt = System.nanoTime();
        long sent = 0;
        while (!stopped) {
            lastAt = System.nanoTime();
            long due = (lastAt - startedAt) * rate / 1_000_000_000L;
            for (; sent < due && !stopped; sent++) {
                send(stories.get((int) (sent % stories.size())), sent / stories.size());
            }
            LockSupport.parkNanos(TICK_NANOS);
        }
    }

    private void send(Story story, long number) {
        long now = System.currentTimeMillis();
        int partitions = producer.partitionsFor(story.topic()).size();
        producer.send(
                new ProducerRecord<>(story.topic(), (int) (number % partitions), now, null, story.next(now)),
                (metadata, failure) -> (failure == null ? written : failed).incrementAndGet());
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(5));
    }
}
