package io.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.cli.roles.LocalFlink;
import io.weir.dsl.contract.Topics;
import io.weir.engine.JobConfig;
import io.weir.engine.state.OutRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The story's events in their topics, evaluated once more in one way or another: all that comes of it, to the byte. */
final class Retold implements AutoCloseable {

    private static final Topics TOPICS = Topics.DEFAULT;
    private static final Set<String> OUTPUTS = Set.of(
            TOPICS.alerts(),
            TOPICS.enrichRequests(),
            TOPICS.late(),
            TOPICS.deadLetter(),
            "replay.watched",
            "replay.busy",
            "replay.foreign",
            "replay.large",
            "replay.rest");

    private final Installation weir;
    private final Path folder;
    private final Produced produced;

    /** @param folder for savepoints */
    Retold(Installation weir, Path folder) {
        this.weir = weir;
        this.folder = folder;
        this.produced = new Produced(weir.servers(), OUTPUTS);
    }

    Map<TopicPartition, Long> now() {
        return produced.ends();
    }

    List<OutRecord> since(Map<TopicPartition, Long> begin) {
        return produced.since(begin);
    }

    /** By an engine that knows nothing but the topics. */
    List<String> anew(int parallelism) throws Exception {
        Map<TopicPartition, Long> begin = now();
        try (LocalFlink flink = weir.start(weir.config(parallelism), null)) {
            return finished(flink, begin);
        }
    }

    /** Waits for the story's end. The savepoint comes after all that the last watermark has brought about. */
    List<String> finished(LocalFlink flink, Map<TopicPartition, Long> begin) throws Exception {
        await().atMost(Duration.ofMinutes(3)).until(() -> ends(since(begin)) == Story.ends());
        flink.stopWithSavepoint(folder);
        return Produced.lines(since(begin));
    }

    static long ends(List<OutRecord> records) {
        return records.stream()
                .filter(record -> Produced.line(record).contains("\"text\":\"the end\""))
                .count();
    }

    /** The same lines, each as often; what is on one side only is told. */
    static void assertSame(String how, List<String> told, List<String> lived) {
        List<String> tooMuch = without(told, lived);
        List<String> missing = without(lived, told);
        assertThat(tooMuch)
                .as("%s: too much, while %s is missing", how, missing)
                .isEmpty();
        assertThat(missing).as("%s: missing", how).isEmpty();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return left;
    }

    List<String> backtested() throws Exception {
        List<OutRecord> records = new ArrayList<>();
        new PastReleases(JobConfig.of("main", weir.servers()).withParallelism(2)).evaluate(records::add);
        return Produced.lines(records);
    }

    @Override
    public void close() {
        produced.close();
    }
}
