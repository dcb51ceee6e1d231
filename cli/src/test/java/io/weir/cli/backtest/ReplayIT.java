package io.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.cli.ExitCode;
import io.weir.cli.Running;
import io.weir.cli.backtest.Story.Player;
import io.weir.cli.roles.LocalFlink;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.Topics;
import io.weir.samples.SampleFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One story, lived and then told again in every way that there is: always the same records, to the byte. */
class ReplayIT {

    private static final long SEED = 20_260_301;
    private static final Topics TOPICS = Topics.DEFAULT;
    private final Installation weir = new Installation();
    private final List<Story.Sent> events = new Story(SEED).events();
    private final Player player = new Player(weir.servers());
    private Retold retold;

    @TempDir
    Path folder;

    @BeforeEach
    void publish() throws Exception {
        Story.createTopics(weir.servers());
        weir.publish(Installation.packs("streams", "rules"));
        Story.sendRates(player);
        retold = new Retold(weir, folder);
    }

    @AfterEach
    void close() {
        player.close();
        retold.close();
        weir.close();
    }

    @Test
    void story_livedWithPublishesInIt_isToldAgainTheSame() throws Exception {
        List<String> lived = live();

        assertThat(epochs(lived)).as("seed %d", SEED).contains(3L, 4L, 5L, 6L);
        assertThat(lived).noneMatch(line -> line.startsWith(TOPICS.late()) || line.startsWith(TOPICS.deadLetter()));
        for (int parallelism : new int[] {1, 2, 4}) {
            Retold.assertSame("seed " + SEED + ", parallelism " + parallelism, retold.anew(parallelism), lived);
        }
        Retold.assertSame("seed " + SEED + ", backtest", retold.backtested(), lived);
        assertThat(printed()).as("the command, seed %d", SEED).containsExactlyInAnyOrderElementsOf(alerts(lived));
    }

    private List<String> printed() {
        try (Running command =
                Running.weir("backtest", "--bootstrap", weir.servers(), "--engine", "main", "--parallelism", "2")) {
            await().atMost(Duration.ofSeconds(90)).until(command::ended);
            assertThat(command.exitCode()).as(command.err()).isEqualTo(ExitCode.GOOD);
            return command.out().lines().toList();
        }
    }

    /** The records that have an alert's id, without all but their values. */
    private static List<String> alerts(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("ce_id="))
                .map(ReplayIT::value)
                .toList();
    }

    private static String value(String line) {
        return line.substring(line.indexOf("] ") + 2);
    }

    /** Releases come while events do; which events each concerns is for the tasks to say. */
    private List<String> live() throws Exception {
        Map<TopicPartition, Long> begin = retold.now();
        try (LocalFlink flink = weir.start(weir.config(2), null)) {
            weir.publishOutside();
            play(0, 1);
            playWhile(1, () -> weir.publish(Installation.retiring(Installation.packs("changed"), "rising")));
            playWhile(2, () -> weir.pushModel("default", "fraud", SampleFolders.story("card-fraud/model-v2")));
            playWhile(3, () -> weir.publish(Installation.packs("tuned")));
            play(4, 5);
            player.send(Story.end());
            return retold.finished(flink, begin);
        }
    }

    private void playWhile(int fifth, Runnable publish) {
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(publish);
        play(fifth, fifth + 1);
        publishing.join();
    }

    private void play(int fromFifth, int toFifth) {
        player.send(events.subList(events.size() * fromFifth / 5, events.size() * toFifth / 5));
    }

    private static Set<Long> epochs(List<String> lines) throws IOException {
        Set<Long> epochs = new TreeSet<>();
        for (String line : lines) {
            String value = value(line);
            if (line.startsWith(TOPICS.alerts())) {
                epochs.add(ContractJson.MAPPER.readTree(value).path("epoch").asLong());
            }
        }
        return epochs;
    }
}
