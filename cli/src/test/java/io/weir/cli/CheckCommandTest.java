package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.samples.SampleFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

    private static final String WRONG = """
            event Payment {
              cardId: text
              country: text
              amount: money EUR
              at: timestamp
            } time at

            rule "One"
              on Payment
              when contry is "FR"
              then alert "{cardId}"

            rule "Two"
              on Payment by cardId
              when amount > 10 USD
              then alert "{card}"
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"brute-force", "card-fraud", "cold-chain", "machine-temperature"})
    void check_sample_isCleanOfErrorsAndWarnings(String story) {
        Ran ran = Ran.weir("check", SampleFolders.story(story).toString());

        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("good, 0 errors, 0 warnings");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void check_ruleOnAnotherPathsEvent_isOnePack() {
        Ran ran = Ran.weir(
                "check",
                SampleFolders.story("card-fraud").toString(),
                SampleFolders.story("try-me").toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void check_wrongRules_tellsAllMistakesWithPlaceAndHelp() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.weir"), WRONG);

        Ran ran = Ran.weir("check", folder.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(ran.out())
                .contains(file + ":10:8: error E203", "did you mean 'country'", "^^^^^^", file + ":15:", file + ":16:")
                .doesNotContain("\033[");
        assertThat(ran.err()).contains("3 errors");
    }

    @Test
    void check_asJson_isOneArrayForTools() throws IOException {
        Files.writeString(folder.resolve("wrong.weir"), WRONG);

        Ran ran = Ran.weir("check", "--json", folder.toString());

        JsonNode diagnostics = new ObjectMapper().readTree(ran.out());
        assertThat(diagnostics).hasSize(3);
        assertThat(diagnostics.get(0).path("code").asText()).isEqualTo("E203");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    }

    @Test
    void check_asSarif_isOneLogForCodeHosts() throws IOException {
        Files.writeString(folder.resolve("wrong.weir"), WRONG);

        Ran ran = Ran.weir("check", "--sarif", folder.toString());

        JsonNode log = new ObjectMapper().readTree(ran.out());
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        assertThat(log.at("/runs/0/results")).hasSize(3);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    }

    @Test
    void check_explained_saysWhatEachRuleDoesAndCosts() {
        Ran ran = Ran.weir(
                "check", "--explain", SampleFolders.story("brute-force").toString());

        assertThat(ran.out())
                .contains("rule \"Failed-login burst\"", "kept by   userId", "over the last 5 minutes", "bytes");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void check_folderWithoutRules_isWrongUsage() {
        Ran ran = Ran.weir("check", folder.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("no *.weir files in " + folder);
    }
}
