package io.weir.cli.backtest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Half an hour of a few people's logins, payments and refunds, by a seed: on several partitions, out of order as far as the streams
 * allow. It ends with events that belong to nobody and move event time beyond all that rules remember.
 */
final class Story {

    static final long BEGIN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

    private static final int EVENTS = 1_500;
    private static final long SPAN = Duration.ofMinutes(30).toMillis();
    private static final int DISORDER = 4_500;
    private static final int PEOPLE = 5;
    private static final Map<String, Integer> PARTITIONS =
            Map.of("replay-logins", 2, "replay-payments", 3, "replay-refunds", 1);
    private static final String[] PLACES = {
        "\"city\":\"Madrid\",\"place\":{\"lat\":40.4168,\"lon\":-3.7038}",
        "\"city\":\"Madrid\",\"place\":{\"lat\":40.45,\"lon\":-3.69}",
        "\"city\":\"Paris\",\"place\":{\"lat\":48.8566,\"lon\":2.3522}",
        "\"city\":\"nowhere\""
    };

    private final Random random;
    private final List<Sent> sent = new ArrayList<>();

    /** An event on its way. */
    record Sent(String topic, int partition, long time, String json) {}

    Story(long seed) {
        random = new Random(seed);
    }

    /** In the order in which they come. */
    List<Sent> events() {
        record Arriving(long at, Sent event) {}
        List<Arriving> arriving = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            long time = BEGIN + i * SPAN / EVENTS + random.nextInt(900);
            arriving.add(new Arriving(time + random.nextInt(DISORDER), event(i, time)));
        }
        arriving.sort(Comparator.comparingLong(Arriving::at));
        return arriving.stream().map(Arriving::event).toList();
    }

    private Sent event(int number, long time) {
        int who = random.nextInt(PEOPLE);
        int kind = random.nextInt(10);
        if (kind < 5) {
            return to("replay-payments", time, payment(number, who));
        }
        return kind < 9 ? to("replay-logins", time, login(who)) : to("replay-refunds", time, refund(who));
    }

    private String login(int who) {
        String outcome = random.nextInt(5) < 2 ? "ok" : "failed";
        return "\"userId\":\"u" + who + "\",\"outcome\":\"" + outcome + "\"," + PLACES[random.nextInt(PLACES.length)];
    }

    private String payment(int number, int who) {
        String currency = random.nextInt(12) == 0 ? "USD" : "EUR";
        String country = random.nextInt(4) == 0 ? ",\"country\":\"FR\"" : ",\"country\":\"ES\"";
        return String.format(
                Locale.ROOT,
                "\"paymentId\":\"p%d\",\"userId\":\"u%d\",\"cardId\":\"c%d\",\"currency\":\"%s\",\"amount\":%d.%02d%s",
                number,
                who,
                who,
                currency,
                20 + random.nextInt(random.nextInt(8) == 0 ? 900 : 450),
                random.nextInt(100),
                random.nextInt(15) == 0 ? "" : country);
    }

    private String refund(int who) {
        return "\"card\":\"c" + who + "\",\"amount\":" + (50 + random.nextInt(300));
    }

    private Sent to(String topic, long time, String fields) {
        return new Sent(topic, random.nextInt(PARTITIONS.get(topic)), time, "{" + fields + ",\"at\":" + time + "}");
    }

    /** How many alerts tell that all is over. */
    static int ends() {
        return PARTITIONS.get("replay-payments");
    }

    /** The last events: those that are told of, and those that let them be evaluated. */
    static List<Sent> end() {
        List<Sent> last = new ArrayList<>();
        for (int day = 100; day <= 101; day++) {
            long time = BEGIN + Duration.ofDays(day).toMillis();
            String fields = day == 100 ? "{\"mark\":\"end\",\"at\":" : "{\"at\":";
            PARTITIONS.forEach((topic, count) -> {
                for (int partition = 0; partition < count; partition++) {
                    last.add(new Sent(topic, partition, time, fields + time + "}"));
                }
            });
        }
        return last;
    }

    static void createTopics(String servers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(PARTITIONS.entrySet().stream()
                            .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Rates that change twice meanwhile. */
    static void sendRates(Player player) {
        for (int i = 0; i < 3; i++) {
            Instant from = Instant.ofEpochMilli(BEGIN + i * SPAN / 3);
            player.send(new Sent(
                    "replay-fx",
                    0,
                    0,
                    "{\"source\":\"USD\",\"target\":\"EUR\",\"value\":0." + (8 + i % 2) + "5,\"validFrom\":\"" + from
                            + "\"}"));
        }
    }

    /** Writes events, each when the one before has been taken. */
    static final class Player implements AutoCloseable {

        private final KafkaProducer<byte[], byte[]> producer;

        Player(String servers) {
            producer = new KafkaProducer<>(
                    Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers, ProducerConfig.LINGER_MS_CONFIG, 0),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }

        void send(List<Sent> events) {
            events.forEach(this::send);
        }

        void send(Sent event) {
            byte[] value = event.json().getBytes(StandardCharsets.UTF_8);
            try {
                producer.send(new ProducerRecord<>(event.topic(), event.partition(), null, value))
                        .get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
