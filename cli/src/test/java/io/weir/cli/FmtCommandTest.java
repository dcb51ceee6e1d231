package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.samples.SampleFolders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FmtCommandTest {

    private static final String WILD = "list  @a=[ \"x\",\"y\" ] # both\n";
    private static final String TAME = "list @a = [\"x\", \"y\"]  # both\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"brute-force", "card-fraud", "cold-chain", "machine-temperature"})
    void fmt_sample_staysTheSameRules(String story) throws IOException {
        Path pack = folder.resolve("pack.weir");
        Files.copy(SampleFolders.story(story).resolve("pack.weir"), pack);

        assertThat(Ran.weir("fmt", folder.toString()).exitCode()).isEqualTo(ExitCode.GOOD);
        assertThat(Ran.weir("fmt", "--check", folder.toString()).exitCode()).isEqualTo(ExitCode.GOOD);
        assertThat(Ran.weir("check", folder.toString()).err())
                .isEqualTo(
                        Ran.weir("check", SampleFolders.story(story).toString()).err());
    }

    @Test
    void fmt_wildFile_isWrittenAnewAndListed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.weir"), WILD);

        Ran ran = Ran.weir("fmt", folder.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
        assertThat(ran.out()).isEqualTo(file + System.lineSeparator());
        assertThat(file).hasContent(TAME);
        assertThat(Ran.weir("fmt", folder.toString()).out()).isEmpty();
    }

    @Test
    void fmt_checkingAWildFile_changesNothingAndExitsWithOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a.weir"), WILD);

        Ran ran = Ran.weir("fmt", "--check", folder.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(ran.out()).isEqualTo(file + System.lineSeparator());
        assertThat(file).hasContent(WILD);
    }

    @Test
    void fmt_unreadableFile_isLeftAloneAndItsMistakesShown() throws IOException {
        Path file = Files.writeString(folder.resolve("a.weir"), "list  @a=[ \"x\n");

        Ran ran = Ran.weir("fmt", folder.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(ran.err()).contains(file + ":1:12: error E102");
        assertThat(file).hasContent("list  @a=[ \"x\n");
    }

    @Test
    void fmt_dash_isFromStdinToStdout() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(WILD.getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(Ran.weir("fmt", "-").out()).isEqualTo(TAME);
        } finally {
            System.setIn(before);
        }
    }
}
