package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.samples.SampleFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backtest refuses before it runs. */
class BacktestUsageTest {

    private static final String RULES = SampleFolders.story("brute-force").toString();
    private static final Path EVENTS = SampleFolders.story("brute-force").resolve("events/Login.jsonl");

    @TempDir
    Path folder;

    @Test
    void table_thatIsNotDeclared_isWrongUsage() {
        Ran ran = Ran.weir("backtest", "--rules", RULES, "--events", "Login=" + EVENTS, "--tables", "fx=fx.csv");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--tables fx=fx.csv: the rules declare no table fx");
    }

    @Test
    void file_missing_isWrongUsage() {
        Ran ran = Ran.weir("backtest", "--rules", RULES, "--events", "Login=nowhere.jsonl");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).isEqualTo("weir: no such file: nowhere.jsonl\n");
    }

    @Test
    void stream_unknown_isWrongUsageAndNamesTheKnownOnes() {
        Ran ran = Ran.weir("backtest", "--rules", RULES, "--events", "Logn=" + EVENTS);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("the rules declare no event Logn, only Login");
    }

    @Test
    void argument_withoutName_isWrongUsage() {
        Ran ran = Ran.weir("backtest", "--rules", RULES, "--events", EVENTS.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("is not NAME=FILE");
    }

    @Test
    void timeZone_unknown_isWrongUsage() {
        Ran ran = Ran.weir("backtest", "--rules", RULES, "--events", "Login=" + EVENTS, "--time-zone", "Mars");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--time-zone Mars");
    }

    @Test
    void header_withoutANeededColumn_isAProblemOfTheData() throws IOException {
        Path csv = Files.writeString(folder.resolve("logins.csv"), "userId,at\nana,2026-01-01\n");

        Ran ran = Ran.weir("backtest", "--rules", RULES, "--events", "Login=" + csv);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(ran.err()).contains(csv + ":1: the header has no column outcome");
    }

    @Test
    void rules_wrong_areShownAndNothingRuns() throws IOException {
        Path rules = Files.writeString(folder.resolve("wrong.weir"), "rule \"x\" on Nothing then alert \"y\"");

        Ran ran = Ran.weir("backtest", "--rules", rules.toString(), "--events", "Login=" + EVENTS);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(ran.err()).contains("error E", "nothing was run");
        assertThat(ran.out()).isEmpty();
    }
}
