package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTablesTest {

    private static final String RULES = """
            event Sale { shop: text, currency: text, price: money in currency, at: timestamp } time at
            table fx by source, target returns decimal versioned
            table limits by shop returns { daily: money EUR }
            rates from fx

            rule "Dear" on Sale
              let euros = price to EUR
              when euros > limits[shop].daily
              then alert "{shop}: {euros}"
            """;

    @TempDir
    Path folder;

    private Path rules = Path.of("");
    private Path sales = Path.of("");

    @BeforeEach
    void write() throws IOException {
        rules = Files.writeString(folder.resolve("pack.weir"), RULES);
        sales = write(
                "sales.jsonl",
                "{'shop':'a','currency':'USD','price':10,'at':'2026-01-01T00:00:00Z'}",
                "{'shop':'a','currency':'USD','price':10,'at':'2026-01-02T00:00:00Z'}",
                "{'shop':'b','currency':'EUR','price':10,'at':'2026-01-02T00:00:00Z'}");
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines).replace('\'', '"'));
    }

    private Ran backtest(Path fx, Path limits) {
        return Ran.weir(
                "backtest",
                "--rules",
                rules.toString(),
                "--events",
                "Sale=" + sales,
                "--tables",
                "fx=" + fx,
                "limits=" + limits);
    }

    @Test
    void rowsOfTables_areFoundAsOfTheEventsTime() throws IOException {
        Path fx = write(
                "fx.jsonl",
                "{'source':'USD','target':'EUR','value':0.9,'validFrom':'2026-01-02'}",
                "",
                "{'source':'USD','target':'EUR','value':0.5,'validFrom':'2025-01-01'}");
        Path limits = write("limits.jsonl", "{'shop':'a','daily':8}", "{'shop':'b','daily':20}");

        Ran ran = backtest(fx, limits);

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.GOOD);
        assertThat(ran.out().lines()).singleElement().asString().contains("\"a: 9.00 EUR\"", "2026-01-02");
    }

    @Test
    void row_thatCannotBeRead_isNamedByItsLine() throws IOException {
        Path fx = write("fx.jsonl", "", "{'source':'USD','value':0.9,'validFrom':'2026-01-02'}");

        Ran ran = backtest(fx, fx);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(ran.err()).contains("fx.jsonl:2: target: missing in a row of table fx");
    }
}
