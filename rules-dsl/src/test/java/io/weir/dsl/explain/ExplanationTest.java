package io.weir.dsl.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.Examples;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.plan.RulePlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    @Test
    void examples_explained_readAloud() {
        assertThat(explained("Failed-login burst")).isEqualTo("""
                rule "Failed-login burst"
                  watches   each Login
                  kept by   userId: a history for each value
                  fires     when the count of Login where outcome is "failed" over the last 5 minutes is more than 10
                  then      send a high alert "{userId}: {count} failures", at most once per 30 minutes for each userId
                  reads     Login (topic "logins")
                  window    the count of Login where outcome is "failed" over the last 5 minutes
                  state     a key: 8 bytes for each Login where outcome is "failed" of the last 5 minutes
                  state     a key: 96 bytes besides; about 896 bytes in all if there are 100 such events in it (an estimate)
                """);
        assertThat(explained("Foreign high-value purchase")).isEqualTo("""
                rule "Foreign high-value purchase"
                  watches   each Payment
                  kept by   nothing: every event is judged alone, and nothing is remembered
                  fires     when amount is more than 1000 EUR and country is not homeCountry and category is in ["jewelry", "crypto"]
                  then      send a medium alert "{cardId}: {amount} spent in {country}"
                  reads     Payment (topic "payments")
                  state     none
                """);
        assertThat(explained("More refunds than payments")).isEqualTo("""
                rule "More refunds than payments"
                  watches   each Payment where country is in ["KP", "SY"], or each Refund
                  kept by   cardId: a history for each value
                  let       refunded be the sum of amount of Refund over the last 7 days
                  fires     when refunded is more than 0 EUR and not (paid.country is missing or paid.category starts with "test") and the count of Refund where amount is at least 10 EUR and amount is at most 20 EUR over the last 1 day is 2
                  then      send a medium alert "{cardId}: {refunded}", at most once per 1 day for each cardId
                  reads     Payment (topic "payments"), Refund (topic "refund")
                  window    the sum of amount of Refund over the last 7 days
                  window    the count of Refund where amount is at least 10 EUR and amount is at most 20 EUR over the last 1 day
                  state     a key: 24 bytes for each Refund of the last 7 days
                  state     a key: 8 bytes for each Refund where amount is at least 10 EUR and amount is at most 20 EUR of the last 1 day
                  state     a key: 160 bytes besides; about 3360 bytes in all if there are 100 such events in each (an estimate)
                """);
    }

    @Test
    void historyOfEveryKind_explained_saysWhatIsKept() {
        String events = "event A { k: text, n: int, t: text?, eur: money EUR, at: timestamp } time at\n"
                + "event B { card: text, n: int, at: timestamp } time at\n";

        assertThat(explained(events, """
                rule "Looks back" on A as here by k, in B card
                  let before = previous B within 1 day
                  when distinct t over the last 10 events > 2 and median of n over the last 1 hour > 3
                   and before is present and before.n is 5 and eur > previous eur
                   and n increases 4 times in a row within 1 hour
                   and count of A where t is here.t over the last 1 hour > 3
                  then alert "{k}" at most once per 1 hour
                """)).isEqualTo("""
                rule "Looks back"
                  watches   each A
                  kept by   k, in B card: a history for each value
                  let       before be the previous B within 1 day
                  fires     when the number of different t of A over the last 10 events is more than 2 and the median of n of A over the last 1 hour is more than 3 and before is present and before.n is 5 and eur is more than eur of the previous event and n increases 4 times in a row within 1 hour and the count of A where t is t of the triggering A over the last 1 hour is more than 3
                  then      send a medium alert "{k}", at most once per 1 hour for each k
                  reads     A (topic "a"), B (topic "b")
                  window    the number of different t of A over the last 10 events
                  window    the median of n of A over the last 1 hour
                  window    the count of A where t is t of the triggering A over the last 1 hour
                  state     a key: 64 bytes for each A of the last 10 events
                  state     a key: 24 bytes for each A of the last 1 hour
                  state     a key: 32 bytes for each A where t is t of the triggering A of the last 1 hour
                  state     a key: 48 bytes for the previous B within 1 day
                  state     a key: 88 bytes for the previous event
                  state     a key: 80 bytes for the last 5 values of n
                  state     a key: 224 bytes besides; about 6680 bytes in all if there are 100 such events in each (an estimate)
                """);
        assertThat(explained(events, """
                rule "By the clock" on A by k every 1 hour
                  when percentile 95 of n over the last 1 day > 3 then alert "{k}"
                """)).isEqualTo("""
                rule "By the clock"
                  watches   each A
                  kept by   k: a history for each value
                  runs      every 1 hour, for each key with an event in its windows
                  fires     when the percentile 95 of n of A over the last 1 day is more than 3
                  then      send a medium alert "{k}"
                  reads     A (topic "a")
                  window    the percentile 95 of n of A over the last 1 day
                  state     a key: 24 bytes for each A of the last 1 day
                  state     a key: at most 1000000 of these events; 'approximate percentile' would take at most 136 kB, with a rank that is off by up to 1 %
                  state     a key: 80 bytes besides; about 2480 bytes in all if there are 100 such events in it (an estimate)
                """);
        assertThat(explained(events, """
                rule "Whole hours" on A by k every 1 hour
                  when average of n over the last 1 day > 3 then alert "{k}"
                """))
                .contains(
                        "  state     a key: 32 bytes for each 1 hour with A of the last 1 day\n"
                                + "  state     a key: 80 bytes besides; about 880 bytes in all if there are 100 such events in it");
        assertThat(explained(events, """
                rule "In a sitting" on A by k at the end of each session with a gap of 30 minutes
                  when first t over the session is last t over the session then alert "{k}"
                """))
                .contains("  runs      when a key has had no event for 30 minutes\n")
                .contains("  fires     when the first t of A over the session is the last t of A over the session\n")
                .contains("  state     a key: 32 bytes for each A of the session\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tags contains \"x\" | \"x\" is among tags",
                "k in @hosts | k is in the published list @hosts",
                "limits[k].daily > 3 | the daily that table limits has for k is more than 3",
                "fx[k, \"EUR\"] as of at > 3 | the value that table fx has for k, \"EUR\" as of at is more than 3",
                "usd to EUR > 3 EUR | (usd in EUR by the rates of fx) is more than 3 EUR",
                "distance from home to A > 3 km | the distance from home to home is more than 3 km",
                "speed from A to A > 36 km/h | the speed from home to home is more than 36 km/h",
                "elapsed from (at - 1 hour) to at > 1 hour | the time between at - 1 hour and at is more than 1 hour",
                "date(at) is k | date(at) is k",
            })
    void data_explained_readsAloud(String condition, String words) {
        String text = "event A { k: text, tags: list of text, usd: money USD, home: geo, at: timestamp } time at\n"
                + "list @hosts of text table limits by k returns { daily: int }\n"
                + "table fx by a, b returns decimal versioned rates from fx\n"
                + "rule \"r\" on A when " + condition + " then alert \"x\"";

        assertThat(Explanation.of(rules(text).get(0))).contains("when " + words + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "highest n over the last 1 hour > 1 and lowest n over the last 2 hours < 1 | 32",
                "sum of n over the last 1 hour > 1 and average of n over the last 2 hours < 1 | 16",
                "count of A over the last 1 hour > 1 | 8",
                "sum of eur over the last 1 hour > 1 EUR | 24",
            })
    void state_ofASeries_isSharedByItsAggregates(String condition, int bytes) {
        String text = "event A { k: text, n: int, eur: money EUR, at: timestamp } time at\n"
                + "rule \"r\" on A by k when " + condition + " then alert \"x\"";

        StateCost cost = StateCost.of(rules(text).get(0));

        assertThat(cost.series()).extracting(StateCost.Series::bytes).containsExactly(bytes);
        assertThat(cost.bytes(1_000)).isEqualTo(cost.fixed() + 1_000L * bytes);
    }

    private static String explained(String events, String rule) {
        return Explanation.of(rules(events + rule).get(0));
    }

    private static String explained(String name) {
        return rules(Examples.text("payments.weir")).stream()
                .filter(rule -> rule.name().equals(name))
                .map(Explanation::of)
                .findFirst()
                .orElseThrow();
    }

    private static List<RulePlan> rules(String text) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", text)));
        return compiled.rules();
    }
}
