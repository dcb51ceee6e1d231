package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineUsageTest {

    @TempDir
    Path folder;

    @Test
    void from_aFolderWithoutASavepoint_isWrongUsage() {
        Ran ran = Ran.weir("engine", "--bootstrap", "nowhere:9092", "--from", folder.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).isEqualTo("weir: --from " + folder + " is no savepoint: there is no _metadata in it\n");
    }

    @Test
    void from_aSavepointOlderThanTheCheckpoints_isWrongUsage() throws IOException {
        Path checkpoint = metadata("checkpoints/job/chk-7", "2026-01-02T00:00:00Z");
        Path savepoint = metadata("savepoint", "2026-01-01T00:00:00Z");

        Ran ran = Ran.weir(
                "engine",
                "--bootstrap",
                "nowhere:9092",
                "--checkpoint-dir",
                folder.resolve("checkpoints").toString(),
                "--from",
                savepoint.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("is older than what --checkpoint-dir has: " + checkpoint);
    }

    private Path metadata(String name, String time) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name));
        Path file = Files.writeString(directory.resolve("_metadata"), "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
        return directory;
    }
}
