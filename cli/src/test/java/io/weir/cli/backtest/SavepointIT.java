package io.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.cli.ExitCode;
import io.weir.cli.Running;
import io.weir.cli.backtest.Story.Player;
import io.weir.cli.roles.LocalFlink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sun.misc.Signal;

/** One story over three engines, each going on where the one before stopped, with other rules and another parallelism. */
class SavepointIT {

    private static final long SEED = 20_260_302;
    /** Nobody has evaluated an event of the latest seconds: its stream still waits for others. */
    private static final long NOT_YET_EVALUATED = 1_000;

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
    void story_acrossSavepointsAndReleasesWhileNothingRuns_isThatOfOneRun() throws Exception {
        Map<TopicPartition, Long> begin = retold.now();
        String first = firstThird(begin);
        weir.publish(Installation.effectiveFrom(
                Installation.retiring(Installation.packs("changed"), "rising"), latest(events.size() / 3)));
        String second = secondThird(begin, first);
        weir.publish(Installation.effectiveFrom(Installation.packs("tuned"), latest(2 * events.size() / 3)));

        List<String> inParts = lastThird(begin, second);

        assertThat(inParts)
                .as("seed %d", SEED)
                .anyMatch(line -> line.contains("failures by now"))
                .anyMatch(line -> line.contains("failures after all"))
                .anyMatch(line -> line.contains("payments in one country"));
        Retold.assertSame("seed " + SEED + ", one run", retold.anew(2), inParts);
        Retold.assertSame("seed " + SEED + ", backtest", retold.backtested(), inParts);
    }

    @Test
    void command_stoppedByCtrlC_leavesASavepointThatTheNextGoesOnFrom() throws Exception {
        Map<TopicPartition, Long> begin = retold.now();
        String savepoint;
        try (Running engine = engine("--parallelism", "1", "--savepoint-on-stop", folder.toString())) {
            play(0, 1);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> retold.since(begin).size() > 50);
            stop(engine);
            savepoint = engine.err().replaceAll("(?s).*savepoint: (\\S+)\\s*$", "$1");
        }
        try (Running engine = engine("--parallelism", "2", "--from", savepoint)) {
            play(1, 3);
            player.send(Story.end());
            await().atMost(Duration.ofSeconds(60)).until(() -> Retold.ends(retold.since(begin)) == Story.ends());
            stop(engine);
        }

        assertThat(retold.since(begin))
                .extracting(record -> record.header("ce_id"))
                .filteredOn(Objects::nonNull)
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates();
    }

    private Running engine(String... options) {
        List<String> command =
                new ArrayList<>(List.of("engine", "--bootstrap", weir.servers(), "--state", "heap", "--ui-port", "0"));
        command.addAll(List.of(options));
        Running engine = Running.weir(command.toArray(String[]::new));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> engine.ended() || engine.err().contains("runs"));
        assertThat(engine.ended()).as(engine.err()).isFalse();
        return engine;
    }

    private static void stop(Running engine) {
        // Where nobody handles it any more, it would end the tests.
        assertThat(engine.ended()).as(engine.err()).isFalse();
        Signal.raise(new Signal("INT"));
        await().atMost(Duration.ofSeconds(60)).until(engine::ended);
        assertThat(engine.exitCode()).as(engine.err()).isEqualTo(ExitCode.GOOD);
    }

    private String firstThird(Map<TopicPartition, Long> begin) throws Exception {
        try (LocalFlink flink = weir.start(weir.config(1), null)) {
            weir.publishOutside();
            play(0, 1);
            return stopped(flink, begin, 0);
        }
    }

    private String secondThird(Map<TopicPartition, Long> begin, String savepoint) throws Exception {
        int before = retold.since(begin).size();
        try (LocalFlink flink = weir.start(weir.config(4), savepoint)) {
            play(1, 2);
            return stopped(flink, begin, before);
        }
    }

    private List<String> lastThird(Map<TopicPartition, Long> begin, String savepoint) throws Exception {
        try (LocalFlink flink = weir.start(weir.config(2), savepoint)) {
            play(2, 3);
            player.send(Story.end());
            return retold.finished(flink, begin);
        }
    }

    /** Somewhere between two events: some have been evaluated, others wait, others have not been read. */
    private String stopped(LocalFlink flink, Map<TopicPartition, Long> begin, int before) throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> retold.since(begin).size() > before + 50);
        String savepoint = flink.stopWithSavepoint(folder);
        weir.awaitEngines(false);
        return savepoint;
    }

    private void play(int fromThird, int toThird) {
        player.send(events.subList(events.size() * fromThird / 3, events.size() * toThird / 3));
    }

    private long latest(int count) {
        return events.subList(0, count).stream()
                        .mapToLong(Story.Sent::time)
                        .max()
                        .orElseThrow()
                - NOT_YET_EVALUATED;
    }
}
