package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    private static final String RULES = """
            event Sale {
              shop: text
              amount: decimal
              `date`: timestamp
            } time `date`, up to 1 day late

            rule "Big sale"
              on Sale by shop
              when amount > 100
              then alert "{shop} sold {amount}"
            """;

    @TempDir
    Path folder;

    private Path rules = Path.of("");

    @BeforeEach
    void writeRules() throws IOException {
        rules = Files.writeString(folder.resolve("pack.weir"), RULES);
    }

    @Test
    void csv_withOtherColumnsAndDatesAlone_isReadByItsHeader() throws IOException {
        Path sales =
                write("sales.csv", "note,date,shop,amount", "\"a, b\",2026-01-02,north,120.50", ",2026-01-01,south,99");

        Ran ran = backtest("Sale=" + sales);

        assertThat(ran.out().lines())
                .singleElement()
                .asString()
                .contains("\"north sold 120.5\"", "2026-01-02T00:00:00.000Z");
        assertThat(ran.err()).containsPattern("events +2 in").containsPattern("1  Big sale");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void sent_named_holdsWhatRulesEmitAndRoute() throws IOException {
        Files.writeString(rules, RULES + """

                rule "Small sale"
                  on Sale by shop
                  when amount < 10
                  then emit Small { shop: shop, amount: amount } to topic "small"

                rule "By shop"
                  on Sale
                  route to "north" when shop is "north"
                """);
        Path sales = write("sales.csv", "date,shop,amount", "2026-01-01,south,9.50", "2026-01-02,north,99");
        Path sent = folder.resolve("sent");

        Ran ran = backtest("Sale=" + sales, "--sent", sent.toString());

        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).containsPattern("sent +2\n");
        assertThat(sent).hasContent("""
                {"time":"2026-01-01T00:00:00.000Z","topic":"small","rule":"Small sale","event":{"shop":"south","amount":9.50}}
                {"time":"2026-01-02T00:00:00.000Z","topic":"north","rule":"By shop","event":"2026-01-02,north,99"}
                """);
    }

    @Test
    void timeZone_given_holdsForTimesThatNameNone() throws IOException {
        Path sales = write(
                "sales.csv", "date,shop,amount", "2026-01-02 00:30:00,north,200", "2026-01-02T00:30:00Z,south,200");

        Ran ran = backtest("Sale=" + sales, "--time-zone", "Europe/Madrid");

        assertThat(ran.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("2026-01-01T23:30:00.000Z", "north"),
                        second -> assertThat(second).contains("2026-01-02T00:30:00.000Z", "south"));
    }

    @Test
    void alerts_ofSeveralFiles_areSortedByTimeThenRuleThenKey() throws IOException {
        Path west = write("west.jsonl", sale("w", 5), sale("w", 3));
        Path east = write("east.jsonl", sale("e", 3), sale("e", 4));

        Ran ran = backtest("Sale=" + west, "Sale=" + east);

        assertThat(ran.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("2026-01-03", "\"e\""),
                        line -> assertThat(line).contains("2026-01-04", "\"e\""),
                        line -> assertThat(line).contains("2026-01-05", "\"w\""));
        assertThat(ran.err()).contains(west + ":2: ").containsPattern("late +1\n");
    }

    @Test
    void events_ofOneTime_areOrderedByTheArguments() throws IOException {
        Files.writeString(rules, """
                event A { k: text
                          at: timestamp } time at, from topic "a"
                event B { k: text
                          at: timestamp } time at, from topic "b"
                rule "B before A" on A by k when count of B over the last 1 second > 0 then alert "{k}" at most once per 1 second
                """);
        Path a = write("a.jsonl", "{\"k\": \"x\", \"at\": 1000}");
        Path b = write("b.jsonl", "{\"k\": \"x\", \"at\": 1000}");

        assertThat(backtest("A=" + a, "B=" + b).out()).isEmpty();
        assertThat(backtest("B=" + b, "A=" + a).out().lines()).hasSize(1);
    }

    @Test
    void lines_unreadable_areNamedAndTheOthersCount() throws IOException {
        Path sales = write(
                "sales.jsonl",
                sale("a", 1),
                "{\"shop\": \"b\"",
                "{\"shop\": \"c\", \"date\": \"2026-01-02\"}",
                sale("d", 3));

        Ran ran = backtest("Sale=" + sales);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(ran.out().lines()).hasSize(2);
        assertThat(ran.err()).contains(sales + ":2: ", sales + ":3: ").containsPattern("unreadable +2\n");
    }

    @Test
    void out_given_takesTheAlerts() throws IOException {
        Path sales = write("sales.jsonl", sale("a", 1));
        Path out = folder.resolve("alerts.jsonl");

        Ran ran = backtest("Sale=" + sales, "--out", out.toString());

        assertThat(ran.out()).isEmpty();
        assertThat(Files.readAllLines(out)).hasSize(1);
    }

    @Test
    void file_empty_givesNothing() throws IOException {
        Ran ran = backtest("Sale=" + Files.createFile(folder.resolve("none.jsonl")));

        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
        assertThat(ran.out()).isEmpty();
    }

    private static String sale(String shop, int day) {
        return "{\"shop\": \"" + shop + "\", \"amount\": 150, \"date\": \"2026-01-0" + day + "\"}";
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private Ran backtest(String... more) {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "backtest";
        arguments[1] = "--rules";
        arguments[2] = rules.toString();
        arguments[3] = "--events";
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Ran.weir(arguments);
    }
}
