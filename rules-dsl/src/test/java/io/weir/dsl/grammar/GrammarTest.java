package io.weir.dsl.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the language's words leave open, decided: the grammar and the parser are asked both. */
class GrammarTest {

    @Test
    void contract_read_isAFile() {
        assertThat(Grammar.file(Examples.text("contract.weir"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count > 3",
                "highest contains \"x\"",
                "last is 5",
                "previous = 3",
                "highest highest over the last 1 day > 3",
                "first `contains` > 3",
                "at + more * exactly > followed",
                "(previous) to EUR as of previous.at > 3 EUR",
                "a / 5 km / h > 3 km/h",
                "more than 3 A where previous B within 1 hour",
                "a is more than 3 sequence within 1 hour",
                "more than 3 A where (previous B within 1 hour) is present within 2 hours",
                "count of A where previous B within 1 hour is present over the last 2 hours > 3",
                "at least 3 different different of different within 1 hour",
                "min(score of m given a: 1, b, 3) > 2",
                "fx[score of m given a: timestamp \"2026-01-01\", b: c, d] > 2",
                "a between (highest b where c) and d",
                "a between highest b where c and d over the last 1 day and e",
                "not not followed by A or B as x where c within 1 hour"
            })
    void condition_thatIsOne_isReadByBoth(String condition) {
        assertRead(rule("when " + condition), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "highest contains over the last 1 day > 3",
                "more than 3 A",
                "more than 3 A where previous B within 1 hour is present within 2 hours",
                "a > b > c",
                "a is more than 3",
                "a is at least 3 days",
                "count of A where a > b > c",
                "a between highest b where c and d",
                "a between highest b where c and d and (e) and f over the last 1 day",
                "a in (b)",
                "a in b.c + 1",
                "amount to EUR to USD > 3",
                "highest (a, b) over the last 1 day > 3",
                "sum of a + b over the last 1 day > 3",
                "distance from a to b to EUR > 3",
                "percentile a of b over the last 1 day > 3",
                "score of m given a: b + 1, c: d + 2 > 3, e",
                "followed by A",
                "a.match > 3",
                "a within 5 minutes"
            })
    void condition_thatIsNone_isReadByNeither(String condition) {
        assertRead(rule("when " + condition), false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on A by everything, k when a > 3",
                "on A by everything.k when a > 3",
                "on A where score of m given a: b, B by k when a > 3",
                "on A where a is followed by k when a > 3",
                "on A let x = last every 1 hour when a > 3",
                "on A let x = highest route to \"a\" when a > 3",
                "on A let x = previous sequence within 1 hour a: A",
                "on A let x = highest sequence over the last 1 day when a > 3",
                "on A sequence strictly: A strictly+: B otherwise: C",
                "on A sequence a: A where x > 5 EUR: where y > 5 days: where highest contains: B where z to: C over{2,}: no",
                "on A sequence a: A where highest rise+: where previous fall: where followed as: B",
                "on A sequence a: b: then resume at next"
            })
    void rule_thatIsOne_isReadByBoth(String clauses) {
        assertRead("rule \"r\" " + clauses + " then alert \"x\"", true);
    }

    @Test
    void clause_afterAFollowUpThatIsNone_isReadByNeither() {
        assertRead("rule \"r\" on A where followed by k when a > 3 then alert \"x\"", false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emit B { a: score of m, b: 2 }",
                "emit B { a: (score of m given b: c, d: e), f: 2 }",
                "emit B { a: max(score of m given b: c, d: e, 3) }",
            })
    void fields_withAScoreWhoseEndIsClear_areReadByBoth(String emit) {
        assertRead("rule \"r\" on A when a then " + emit + " to topic \"t\"", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emit B { a: score of m given b: c }",
                "emit B { a: 1 + score of m given b: c, d: e }",
                "emit B { a: count of A where score of m given b: c > 2 over the last 1 day }",
            })
    void fields_withAScoreThatTakesTheNext_areReadByNeither(String emit) {
        assertRead("rule \"r\" on A when a then " + emit + " to topic \"t\"", false);
    }

    private static String rule(String body) {
        return "rule \"r\" on A by k " + body + " then alert \"x\"";
    }

    private static void assertRead(String text, boolean isFile) {
        assertThat(Grammar.file(text) != null).as("by the grammar").isEqualTo(isFile);
        assertThat(Difference.of(text)).as("unlike the parser").isFalse();
    }
}
