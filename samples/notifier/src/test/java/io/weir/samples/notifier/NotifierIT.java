package io.weir.samples.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.localkafka.LocalKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifierIT {

    private static final long SEED = 20260301;
    private static final int ROUNDS = 40;
    private static final int USERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static LocalKafka kafka;

    @TempDir
    Path directory;

    @BeforeAll
    static void startKafka() {
        kafka = LocalKafka.start();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @Test
    void alerts_throughAFlakyEndpointAndKilledServices_areDeliveredAndNoneTwice() throws Exception {
        Set<String> good = new TreeSet<>();
        Set<String> poisoned = new TreeSet<>();
        try (FlakyEndpoint endpoint = new FlakyEndpoint(SEED);
                AlertTopic topic = new AlertTopic(kafka.bootstrapServers(), "flaky")) {
            String[] arguments = arguments("flaky", endpoint);
            write(topic, 0, ROUNDS / 2, good, poisoned);
            for (int kills = 1; kills <= 3; kills++) {
                int reached = endpoint.done().size() + 20;
                RunningNotifier service = RunningNotifier.start(directory, arguments);
                await().atMost(PATIENCE).until(() -> endpoint.done().size() >= reached || !service.runs());
                assertThat(service.runs()).as(service.output()).isTrue();
                service.kill();
                endpoint.forgetRests();
            }
            write(topic, ROUNDS / 2, ROUNDS, good, poisoned);
            RunningNotifier last = RunningNotifier.start(directory, arguments);
            await().atMost(PATIENCE)
                    .until(() -> endpoint.acknowledged().keySet().equals(good)
                            && deadAlerts(topic).containsAll(poisoned));
            int exitCode = last.terminate();

            assertThat(exitCode).as(last.output()).isEqualTo(143);
            assertThat(last.output()).endsWith("stopped\n");
            assertDelivered(endpoint, good);
            assertThat(deadAlerts(topic)).containsExactlyInAnyOrderElementsOf(poisoned);
            assertDeadLetters(topic);
            assertNothingIsLeft(endpoint, arguments);
        }
    }

    /** Bursts of alerts, some of them twice, among them what is none, and what was rolled back. */
    private static void write(AlertTopic topic, int from, int to, Set<String> good, Set<String> poisoned) {
        for (int round = from; round < to; round++) {
            topic.begin();
            for (int user = 0; user < USERS; user++) {
                String id = "a-" + round + "-" + user;
                boolean poison = user == 5 && round % 10 == 0;
                (poison ? poisoned : good).add(id);
                String rule = poison ? "Poison" : "Any";
                topic.alert(id, rule, "u" + user, poison ? "poison" : "text");
                if (round % 7 == 0) {
                    topic.alert(id, rule, "u" + user, poison ? "poison" : "text");
                }
            }
            if (round == 3) {
                topic.record("u1", "no alert", Alert.TYPE);
                topic.record("u1", "{\"emitted\":true}", "another.type");
            }
            topic.commit();
            topic.begin();
            topic.alert("rolled-back-" + round, "Any", "u0", "text");
            topic.abort();
            if (round > 0) {
                topic.begin();
                topic.alert("a-" + (round - 1) + "-0", "Any", "u0", "text");
                topic.commit();
            }
        }
    }

    private static void assertDelivered(FlakyEndpoint endpoint, Set<String> good) {
        assertThat(endpoint.complaints()).isEmpty();
        assertThat(endpoint.moods()).as("seed %s", SEED).containsExactly(FlakyEndpoint.Mood.values());
        assertThat(endpoint.done()).containsExactlyInAnyOrderElementsOf(good);
        assertThat(endpoint.acknowledged().keySet()).isEqualTo(good);
        assertThat(endpoint.acknowledged())
                .allSatisfy((alert, notifications) ->
                        assertThat(notifications).as(alert).hasSize(1));
        assertThat(endpoint.notifications()).as("bursts are grouped").isLessThan(good.size() / 3);
    }

    private static List<String> deadAlerts(AlertTopic topic) {
        List<String> dead = new ArrayList<>();
        for (ConsumerRecord<String, String> letter : topic.all("flaky.dead-letter")) {
            if (letter.value().contains("\"alerts\"")) {
                try {
                    dead.addAll(Json.read(letter.value().getBytes(StandardCharsets.UTF_8))
                            .path("alerts")
                            .findValuesAsText("id"));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return dead;
    }

    private static void assertDeadLetters(AlertTopic topic) {
        List<ConsumerRecord<String, String>> letters = topic.all("flaky.dead-letter");
        assertThat(letters)
                .filteredOn(letter -> letter.value().equals("no alert"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.key()).isEqualTo("acme/u1");
                    assertThat(header(letter, DeadLetter.REASON)).startsWith("no JSON");
                    assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo("flaky");
                    assertThat(header(letter, "ce_type")).isEqualTo(Alert.TYPE);
                });
        assertThat(letters)
                .filteredOn(letter -> letter.value().contains("poison"))
                .isNotEmpty()
                .allSatisfy(letter -> {
                    assertThat(header(letter, DeadLetter.REASON)).isEqualTo("the endpoint answered 422");
                    assertThat(header(letter, DeadLetter.ATTEMPTS)).matches("[1-9][0-9]*");
                });
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** A service that starts when all is done finds nothing to do. */
    private void assertNothingIsLeft(FlakyEndpoint endpoint, String[] arguments) throws Exception {
        int requests = endpoint.requests();
        RunningNotifier idle = RunningNotifier.start(directory, arguments);
        await().atMost(PATIENCE).until(() -> idle.output().contains("reading flaky"));
        idle.terminate();

        assertThat(idle.output())
                .contains("reading flaky, 0 notifications on their way")
                .doesNotContain("delivered");
        assertThat(endpoint.requests()).isEqualTo(requests);
    }

    @Test
    void secondInstance_takesOverFromTheFirst() throws Exception {
        try (FlakyEndpoint endpoint = new FlakyEndpoint(SEED);
                AlertTopic topic = new AlertTopic(kafka.bootstrapServers(), "taken");
                RunningNotifier first = RunningNotifier.start(directory, arguments("taken", endpoint))) {
            await().atMost(PATIENCE).until(() -> first.output().contains("reading taken"));
            try (RunningNotifier second = RunningNotifier.start(directory, arguments("taken", endpoint))) {
                await().atMost(PATIENCE).until(() -> second.output().contains("reading taken"));
                topic.begin();
                topic.alert("a", "Any", "u", "text");
                topic.commit();

                assertThat(first.exitCode()).as(first.output()).isEqualTo(3);
                assertThat(first.output()).contains("another instance of taken has taken over");
                await().atMost(PATIENCE).until(() -> second.output().contains("delivered"));
                assertThat(endpoint.done()).containsExactly("a");
            }
        }
    }

    @Test
    void service_withoutKafka_saysSoAndStopsWhenAsked() throws Exception {
        String[] arguments = "--kafka 127.0.0.1:1 --webhook http://127.0.0.1:1/".split(" ");
        try (RunningNotifier service = RunningNotifier.start(directory, arguments)) {
            await().atMost(PATIENCE).until(() -> service.output().contains("trying again"));

            assertThat(service.terminate()).isEqualTo(143);
            assertThat(service.output()).endsWith("stopped\n");
        }
    }

    private static String[] arguments(String name, FlakyEndpoint endpoint) {
        return ("--kafka " + kafka.bootstrapServers() + " --topic " + name + " --group " + name + " --webhook "
                        + endpoint.url()
                        + " --window 300ms --most 5 --timeout 700ms --first-retry 50ms --longest-retry 400ms --parallel 3")
                .split(" ");
    }
}
