package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each story's events give what its folder expects, with one task and with two. */
class SampleReplayTest {

    private static SharedFlink flink;

    @BeforeAll
    static void start() throws Exception {
        flink = SharedFlink.start(2);
    }

    @AfterAll
    static void stop() throws Exception {
        flink.close();
    }

    @TempDir
    Path folder;

    static List<Sample> stories() throws IOException {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void story_replayed_givesWhatItsFolderExpects(Sample story) throws IOException {
        Path sent = folder.resolve("sent");
        Path sentByOne = folder.resolve("sent-by-one");

        Ran ran = Ran.weir(backtest(story, "2", sent));
        Ran byOne = Ran.weir(backtest(story, "1", sentByOne));

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.GOOD);
        story.assertGives(ran.out().lines().toList(), Files.readAllLines(sent));
        assertThat(byOne.out()).isEqualTo(ran.out());
        assertThat(sentByOne).hasSameTextualContentAs(sent);
    }

    private static String[] backtest(Sample story, String parallelism, Path sent) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("backtest", "--rules", story.folder().toString()));
        arguments.addAll(List.of("--parallelism", parallelism, "--sent", sent.toString()));
        addFiles(arguments, "--events", story.events());
        addFiles(arguments, "--tables", story.tables());
        story.model().ifPresent(model -> arguments.addAll(List.of("--model", "fraud=" + model)));
        return arguments.toArray(String[]::new);
    }

    private static void addFiles(List<String> arguments, String option, Map<String, Path> files) {
        files.forEach((name, file) -> arguments.addAll(List.of(option, name + "=" + file)));
    }
}
