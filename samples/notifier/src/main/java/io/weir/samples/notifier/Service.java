package io.weir.samples.notifier;

import io.weir.samples.notifier.Offsets.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * One thread that reads, groups, journals, has posted, and commits; only the answers of the endpoint come from others. A notification
 * is journaled before it is first posted, so that a restart repeats it as it was; an alert's offset is committed once its
 * notification has ended.
 */
final class Service implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration COMMIT = Duration.ofSeconds(1);
    /** Kafka forgets offsets that nobody commits for days. */
    private static final Duration COMMIT_AGAIN = Duration.ofHours(1);
    /** With so many on their way no more alerts are read. */
    private static final int MOST_ON_THEIR_WAY = 1_000;

    private final Settings settings;
    private final Clock clock;
    private final Console console;
    private final Journal journal;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Webhook webhook;
    private final Groups groups;
    private final Deliveries deliveries;
    private final Ledger ledger = new Ledger();
    private final Offsets offsets = new Offsets();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private Map<Integer, Long> committed = Map.of();
    private Instant lastCommit = Instant.MIN;

    private record Answer(String notification, Outcome outcome) {}

    private Service(Settings settings, Clock clock, Console console, Journal journal) {
        this.settings = settings;
        this.clock = clock;
        this.console = console;
        this.journal = journal;
        this.consumer = consumer(settings);
        Signature signature = settings.secret() == null ? null : new Signature(settings.secret());
        this.webhook = new Webhook(settings.webhook(), settings.timeout(), signature, clock);
        this.groups = new Groups(settings.window(), settings.most());
        Backoff backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), ThreadLocalRandom.current());
        this.deliveries = new Deliveries(backoff, settings.giveUpAfter(), settings.parallel());
    }

    /** Takes over from whichever instance ran before, dead or alive. */
    static Service open(Settings settings, Clock clock, Console console) {
        OwnTopics.ensure(settings);
        Service service = new Service(settings, clock, console, new Journal(settings));
        try {
            service.restore();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(Settings settings) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put("group.id", settings.group());
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        config.put("enable.auto.commit", false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void restore() {
        for (Journal.Entry entry : journal.read()) {
            if (entry.body() == null) {
                ledger.settle(new Ledger.Settled(entry.notification(), entry.alerts(), entry.at()));
            } else {
                Notification notification =
                        new Notification(entry.notification(), entry.alerts(), entry.at(), entry.body());
                ledger.onItsWay(notification);
                deliveries.add(notification);
            }
        }
        List<TopicPartition> partitions = OwnTopics.partitions(settings, consumer);
        consumer.assign(partitions);
        partitions.forEach(partition -> offsets.start(partition.partition(), consumer.position(partition)));
        console.say("reading " + settings.topic() + ", " + deliveries.size() + " notifications on their way");
    }

    /** Until it is told to stop. */
    void run(StopSignal stop) throws InterruptedException {
        stop.onRequest(consumer::wakeup);
        while (!stop.requested()) {
            poll().forEach(this::take);
            step();
        }
        finish();
    }

    private Iterable<ConsumerRecord<String, byte[]>> poll() {
        if (deliveries.size() + groups.size() < MOST_ON_THEIR_WAY) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        try {
            return consumer.poll(POLL);
        } catch (WakeupException stopped) {
            return List.of();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        Origin origin = new Origin(record.partition(), record.offset());
        offsets.read(origin);
        Header type = record.headers().lastHeader("ce_type");
        if (type == null || !new String(type.value(), StandardCharsets.UTF_8).equals(Alert.TYPE)) {
            // What a rule emits or routes may stand on the same topic.
            offsets.settled(origin);
            return;
        }
        try {
            take(Alert.read(record.value()), origin);
        } catch (UnreadableAlert e) {
            refuse(record, origin, String.valueOf(e.getMessage()));
        }
    }

    /** Remembered like an alert: it may be read again after a crash, as one before it may still be on its way. */
    private void refuse(ConsumerRecord<String, byte[]> record, Origin origin, String reason) {
        String id = "record-" + origin.partition() + "-" + origin.offset();
        if (ledger.take(id, origin) == Ledger.Known.NEW) {
            console.say("dead letter: " + id + ": " + reason);
            Ledger.Settled settled = new Ledger.Settled(id, List.of(id), clock.instant());
            journal.settled(settled, reason);
            journal.deadLetter(DeadLetter.of(record, reason));
            ledger.settle(settled);
        }
        offsets.settled(origin);
    }

    private void take(Alert alert, Origin origin) {
        switch (ledger.take(alert.id(), origin)) {
            case NEW -> groups.add(alert, clock.instant());
            case ON_ITS_WAY -> {
                // Its offset waits for the same notification.
            }
            case SETTLED -> offsets.settled(origin);
        }
    }

    private void step() {
        Instant now = clock.instant();
        List<Notification> closed = groups.closed(now);
        closed.forEach(journal::onItsWay);
        for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
            ended(answer, now);
        }
        ledger.forget(now.minus(settings.remember())).forEach(journal::forgotten);
        commit(now);
        closed.forEach(deliveries::add);
        deliveries.due(now).forEach(this::post);
    }

    private void ended(Answer answer, Instant now) {
        Deliveries.Ended ended = deliveries.ended(answer.notification(), answer.outcome(), now);
        if (ended == null) {
            console.say("later: " + answer.notification() + ": " + answer.outcome());
            return;
        }
        Notification notification = ended.notification();
        Ledger.Settled settled = new Ledger.Settled(notification.id(), notification.alerts(), now);
        journal.settled(settled, ended.undeliverable());
        if (ended.undeliverable() != null) {
            journal.deadLetter(DeadLetter.of(notification, ended.attempts(), ended.undeliverable()));
        }
        ledger.settle(settled).forEach(offsets::settled);
        console.say(ended);
    }

    private void commit(Instant now) {
        Map<Integer, Long> reached = offsets.committable();
        Duration rest = reached.equals(committed) ? COMMIT_AGAIN : COMMIT;
        if (journal.isEmpty() && lastCommit.isAfter(now.minus(rest))) {
            return;
        }
        journal.commit(reached, consumer.groupMetadata());
        committed = reached;
        lastCommit = now;
    }

    private void post(Notification notification) {
        var unused =
                webhook.post(notification).thenAccept(outcome -> answers.add(new Answer(notification.id(), outcome)));
    }

    /** What is under way may end and is written down; open groups are read again by the next instance. */
    private void finish() throws InterruptedException {
        Instant end = clock.instant().plus(settings.timeout()).plusSeconds(1);
        while (deliveries.underWay() > 0 && clock.instant().isBefore(end)) {
            Answer answer = answers.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
            if (answer != null) {
                ended(answer, clock.instant());
            }
        }
        lastCommit = Instant.MIN;
        commit(clock.instant());
    }

    @Override
    public void close() {
        consumer.close();
        journal.close();
    }
}
