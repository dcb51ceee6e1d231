package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.engine.evaluate.TestOutcome.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules with their tests, as an author writes them. */
class ReferenceDataTest {

    private static final String FX = """
            event Sale { shop: text, currency: text?, price: money in currency, due: timestamp?, at: timestamp } time at
            table fx by source, target returns decimal versioned
            rates from fx
            """;

    @Test
    void publishedList_ofATest_hasItsEntries() {
        passes("""
                event Login { user: text?, code: int, at: timestamp } time at
                list @known of text
                list @codes of decimal
                rule "Known" on Login when user in @known then alert "{user}"
                rule "Code" on Login by user when code not in @codes and at least 1 Login within 1 hour then alert "{code}"

                test "known" for "Known"
                  given list @known = ["a", "b"]
                  given 00:00:00 Login { user: "a", code: 1 }
                        00:00:01 Login { user: "c", code: 1 }
                        00:00:02 Login { code: 1 }
                  expect alert "a"
                test "nobody" for "Known"
                  given 00:00:00 Login { user: "a", code: 1 }
                  expect no alert
                test "codes" for "Code"
                  given list @codes = [1, 2.50]
                  given 00:00:00 Login { user: "a", code: 1 }
                        00:00:01 Login { user: "a", code: 2 }
                  expect alert "2"
                """);
    }

    @Test
    void lookUp_ofATest_findsTheVersionOfItsTime() {
        passes(FX + """
                table limits by shop, level: int returns { daily: money EUR, note: text? }
                rule "Dear" on Sale when fx[currency, "EUR"] > 1.2 then alert "{shop}: {price}"
                rule "Was dear" on Sale
                  let was = fx[currency, "EUR"] as of due
                  when was > 1.2 then alert "{shop} {was}"
                rule "Over" on Sale by shop
                  let note = limits[shop, 1].note
                  when count of Sale over the last 1 hour > 1 and price > limits[shop, 1].daily
                  then alert "{shop} {note}" at most once per 1 hour

                test "by its own time" for "Dear"
                  given fx { source: "USD", target: "EUR", value: 1.3, validFrom: timestamp "2024-01-01T00:00:10Z" }
                           { source: "USD", target: "EUR", value: 1.1, validFrom: timestamp "2024-01-01T00:00:20Z" }
                  given 00:00:09 Sale { shop: "before", price: 1 USD }
                        00:00:10 Sale { shop: "at", price: 1 USD }
                        00:00:19 Sale { shop: "in", price: 2 USD }
                        00:00:20 Sale { shop: "after", price: 1 USD }
                        00:00:15 Sale { shop: "other", price: 1 GBP }
                  expect alert "at: 1.00 USD" at 00:00:10
                  expect alert "in: 2.00 USD" at 00:00:19
                test "by another time" for "Was dear"
                  given fx { source: "USD", target: "EUR", value: 1.3, validFrom: timestamp "2024-01-01T00:00:05Z" }
                           { source: "USD", target: "EUR", value: 1.1, validFrom: timestamp "2024-01-01T00:00:06Z" }
                           { source: "GBP", target: "EUR", value: 1.5, validFrom: timestamp "2024-01-01T00:00:06Z" }
                  given 00:10:00 Sale { shop: "a", price: 1 USD, due: timestamp "2024-01-01T00:00:05Z" }
                        00:10:00 Sale { shop: "b", price: 1 GBP, due: timestamp "2024-01-01T00:00:05Z" }
                        00:10:00 Sale { shop: "c", price: 1 USD }
                  expect alert "a 1.3"
                test "without versions" for "Over"
                  given limits { shop: "a", level: 1, daily: 5 EUR, note: "small" }
                               { shop: "a", level: 2, daily: 1 EUR }
                               { shop: "b", level: 1, daily: 5 EUR }
                  given 00:00:00 Sale { shop: "a", price: 6 EUR }
                        00:00:01 Sale { shop: "b", price: 5 EUR } x 2
                        00:00:02 Sale { shop: "c", price: 6 EUR } x 2
                        00:00:03 Sale { shop: "a", price: 6 EUR }
                  expect alert "a small" at 00:00:03
                """);
    }

    @Test
    void money_convertedInATest_isExact() {
        passes(FX + """
                rule "Dear" on Sale
                  let euros = price to EUR
                  when euros > 100 EUR or euros is missing
                  then alert "{shop} {euros}"
                rule "Day" on Sale by shop
                  let day = sum of price to EUR as of at over the last 1 day
                  when day >= 3 EUR
                  then alert "{day}"

                test "one" for "Dear"
                  given fx { source: "USD", target: "EUR", value: 0.333333333333333333333 }
                  given 00:00:00 Sale { shop: "a", price: 300.03 USD }
                        00:00:01 Sale { shop: "b", price: 300 USD }
                        00:00:02 Sale { shop: "c", price: 100.01 EUR }
                        00:00:03 Sale { shop: "d", price: 100 EUR }
                        00:00:04 Sale { shop: "e", price: 1 GBP }
                  expect alert "a 100.01 EUR"
                  expect alert "c 100.01 EUR"
                  expect alert "e (missing)"
                test "a day" for "Day"
                  given fx { source: "USD", target: "EUR", value: 2, validFrom: timestamp "2024-01-01T00:00:01Z" }
                           { source: "USD", target: "EUR", value: 0.5, validFrom: timestamp "2024-01-01T00:00:02Z" }
                  given 00:00:00 Sale { shop: "a", price: 1 USD }
                        00:00:01 Sale { shop: "a", price: 1 USD }
                        00:00:02 Sale { shop: "a", price: 1 USD }
                        00:00:03 Sale { shop: "a", price: 0.50 EUR }
                  expect alert "3.00 EUR" at 00:00:03
                """);
    }

    private static void passes(String pack) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("test.weir", pack)));
        assertThat(compiled.ok())
                .as(Renderer.plain().render(compiled.diagnostics()))
                .isTrue();
        assertThat(compiled.tests()).isNotEmpty().allSatisfy(test -> {
            TestOutcome outcome = RuleTest.run(test);
            assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Verdict.PASSED);
        });
    }
}
