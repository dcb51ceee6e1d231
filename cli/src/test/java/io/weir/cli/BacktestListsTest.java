package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestListsTest {

    private static final String RULES = """
            event Login { userId: text, attempt: int, at: timestamp } time at
            list @watched of text
            list @odd of int
            list @fixed = ["ann"]
            rule "Watched" on Login when userId in @watched or attempt in @odd then alert "{userId} {attempt}"
            """;

    @TempDir
    Path folder;

    private Path rules = Path.of("");
    private Path logins = Path.of("");

    @BeforeEach
    void write() throws IOException {
        rules = Files.writeString(folder.resolve("pack.weir"), RULES);
        logins = write(
                "logins.jsonl",
                "{'userId':'ann','attempt':1,'at':1000}",
                "{'userId':'bob','attempt':2,'at':2000}",
                "{'userId':'cleo','attempt':4,'at':3000}");
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines).replace('\'', '"'));
    }

    private Ran backtest(String... lists) {
        String[] arguments = {"backtest", "--rules", rules.toString(), "--events", "Login=" + logins, "--lists"};
        String[] all = Arrays.copyOf(arguments, arguments.length + lists.length);
        System.arraycopy(lists, 0, all, arguments.length, lists.length);
        return Ran.weir(all);
    }

    @Test
    void entriesOfPublishedLists_areReadFromLinesAndJson() throws IOException {
        Path watched = write("watched.txt", "bob", "", "dora");
        Path odd = write("odd.json", "[1, 3]");

        Ran ran = backtest("watched=" + watched, "@odd=" + odd);

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.GOOD);
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"ann 1\""),
                        second -> assertThat(second).contains("\"bob 2\""));
    }

    @Test
    void entry_thatDoesNotFit_isNamed() throws IOException {
        Ran ran = backtest("odd=" + write("odd.txt", "1", "three"));

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("--lists odd=", "entry 2: \"three\" is no int");
    }

    @Test
    void list_thatIsNotDeclaredOrHasItsEntriesInTheText_isRefused() throws IOException {
        Path entries = write("entries.txt", "ann");

        assertThat(backtest("wached=" + entries).err()).contains("declare no list wached, only", "watched");
        assertThat(backtest("fixed=" + entries).err()).contains("its entries stand in its declaration");
    }
}
