package io.weir.samples.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void twoOptions_areEnough() {
        Settings settings = settings("--kafka k:1 --webhook https://example.com/hook");

        assertThat(settings.kafka()).containsEntry("bootstrap.servers", "k:1");
        assertThat(settings.topic()).isEqualTo("weir.alerts");
        assertThat(settings.window()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.remember()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.journalTopic()).isEqualTo("notifier.journal");
        assertThat(settings.secret()).isNull();
    }

    @Test
    void kafkaProperties_comeFromAFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("kafka"), "security.protocol=SSL\nbootstrap.servers=other:1\n");

        assertThat(settings("--kafka k:1 --webhook http://h/ --kafka-properties " + file)
                        .kafka())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("bootstrap.servers", "k:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--webhook http://h/|--kafka is missing",
                "--kafka k:1|--webhook is missing",
                "--kafka k:1 --webhook ftp://h/|must be http",
                "--kafka k:1 --webhook http://h/ --window soon|--window soon: no time",
                "--kafka k:1 --webhook http://h/ --parallel 0|must be 1 or more",
                "--kafka k:1 --webhook http://h/ --parallel x|--parallel x",
                "--kafka k:1 --webhook http://h/ --group a/b|no name of a topic",
                "--kafka k:1 --kafka k:2|given twice",
                "--kafka|--kafka needs a value",
                "--kafkas k:1|unknown option --kafkas",
                "kafka k:1|unknown option kafka"
            })
    void mistake_isToldInOneLine(String arguments, String message) {
        assertThatThrownBy(() -> settings(arguments))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(message);
    }

    private static Settings settings(String arguments) {
        return CommandLine.settings(arguments.split(" "), "");
    }
}
