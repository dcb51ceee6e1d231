package io.weir.engine.naive;

import static io.weir.engine.naive.Story.eur;
import static io.weir.engine.naive.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.dsl.plan.GeoPoint;
import io.weir.dsl.plan.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the language's page says of single values, each reasoned out by hand. */
class ExpressionMeaningTest {

    private static final String EVENTS = """
            event E {
              t: text, none: text?, n: int, big: int, nothing: int?, d: decimal, f: float, yes: bool, unsure: bool?
              m: money in c, c: text, fee: money EUR, lost: money EUR?, took: duration, labels: list of text
              madrid: geo, paris: geo, began: timestamp, at: timestamp
            } time at
            list @known of text
            table fx by source, target returns decimal versioned
            table limits by t, n: int returns { daily: money EUR, note: text? }
            rates from fx
            model fraud given n: float, d: float returns probability else 0.25
            model lame given nothing: float returns probability else 0.25
            """;

    private static Story story() {
        return new Story(EVENTS)
                .list("known", "x", "abc")
                .row("fx", 0, List.of("USD", "EUR"), Map.of("value", new BigDecimal("0.9")))
                .row("fx", 50, List.of("USD", "EUR"), Map.of("value", new BigDecimal("0.8")))
                .row("fx", 2_000, List.of("USD", "EUR"), Map.of("value", new BigDecimal("0.7")))
                .row("fx", 0, List.of("GBP", "EUR"), Map.of("value", new BigDecimal("2")))
                .row("fx", 50, List.of("GBP", "EUR"), null)
                .row("limits", 0, List.of("abc", 7L), Map.of("daily", eur("100")))
                .score("lame", 0.5)
                .at(
                        1_000.5,
                        "E",
                        "t",
                        "abc",
                        "n",
                        7,
                        "big",
                        Long.MAX_VALUE,
                        "d",
                        new BigDecimal("2.50"),
                        "f",
                        0.5,
                        "yes",
                        true,
                        "m",
                        usd("10"),
                        "fee",
                        eur("1.5"),
                        "took",
                        90_000,
                        "labels",
                        List.of("a", "b"),
                        "madrid",
                        new GeoPoint(40.4168, -3.7038),
                        "paris",
                        new GeoPoint(48.8566, 2.3522),
                        "began",
                        940_500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A rule fires only on true; Kleene logic.
                "yes or unsure",
                "not (unsure and false)",
                "none is missing and t is present",
                "(none else t) is \"abc\"",
                "(nothing else n else 9) is 7",
                // Precedence: and before or; * before +.
                "yes or yes and not yes",
                "1 + 2 * 3 = 7",
                "-n + 8 = 1",
                // Numbers.
                "n / 2 = 3.5",
                "n % 4 = 3",
                "-7 % 4 = -3",
                "1 / 3 > 0.333_333_333_333_333_333_333_333_333_333_333 and 1 / 3 * 3 < 1 and 2 / 3 * 3 > 2",
                "(n / 0) is missing and (d / 0) is missing and (f / 0.0) is missing and (n % 0) is missing",
                "n is 7 and n is not 8 and n != 8 and d = 2.5",
                "n between 7 and 8 and n not between 8 and 9",
                "n > f and d > f",
                "abs(n - 10) = 3 and round(d) = 3 and floor(d) = 2 and ceil(d) = 3 and round(2.345, 2) = 2.35",
                "min(n, d) = 2.5 and max(n, 8, 3) = 8",
                "f < 60 percent",
                // Texts.
                "t contains \"b\" and t starts with \"ab\" and t ends with \"c\" and t does not contain \"x\"",
                "t matches \"a.c\" and t matches \"b\" and t does not match \"^b\"",
                "upper(t) is \"ABC\" and length(t) = 3 and trim(\" a \") is \"a\" and lower(\"ÀB\") is \"àb\"",
                "t < \"abd\" and \"Z\" < \"a\"",
                "t in [\"abc\", \"d\"] and t not in [\"d\"] and n in [1, 7.0]",
                "t in @known and \"x\" in @known and \"y\" not in @known",
                "labels contains \"a\" and \"b\" in labels and \"c\" not in labels and length(labels) = 2",
                // Money.
                "fee > 1 EUR and fee = 1.50 EUR and fee * 2 = 3 EUR and fee / 0.5 EUR = 3 and fee + fee - fee = fee",
                "m = 10 USD and (lost else 2 EUR) = 2 EUR",
                // Times.
                "began < at and at - began = 1 minute and began + 1 minute = at and took > 89 seconds",
                "elapsed from began to at = 1 minute and elapsed from at to began = 60 seconds",
                "hour(at) = 0 and weekday(at) = 4 and date(at) is \"1970-01-01\" and hour(at, \"Europe/Madrid\") = 1",
                "at > timestamp \"1970-01-01T00:16:40Z\" and at < timestamp \"1970-01-01 00:16:41\"",
                // Places.
                "distance from madrid to paris > 1_052 km and distance from madrid to paris < 1_054 km",
                // Look-ups and conversions.
                "fx[c, \"EUR\"] = 0.8 and fx[c, \"EUR\"] as of began = 0.8 and fx[\"GBP\", \"EUR\"] is missing",
                "fx[\"EUR\", \"USD\"] is missing and limits[t, n].daily = 100 EUR and limits[t, n].note is missing",
                "m to EUR = 8 EUR and fee to USD is missing",
                // Scores: `else` until a model is live; a missing input makes it missing.
                "score of fraud = 0.25 and score of lame is missing",
            })
    void condition_thatIsTrue_fires(String condition) {
        assertThat(story().rule("on E when " + condition + " then alert \"x\"").told())
                .containsExactly("1000.5 x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsure or false",
                "not unsure",
                "none is not \"abc\"",
                "none is \"abc\" or none is not \"abc\"",
                "nothing > 1 or nothing <= 1",
                "none not in [\"d\"]",
                "none not in @known",
                "not (n / 0 > 1)",
                // Another currency, where one comes from a field, makes it missing.
                "m > 1 EUR or m <= 1 EUR or m is not 1 EUR",
                "m + fee > 0 EUR or m + fee <= 0 EUR",
                "m in [10 EUR] or m not in [10 EUR]",
                "t matches \"^b$\"",
                // An overflow is an error of the rule.
                "big + 1 > 0 or big + 1 <= 0 or yes",
                "fx[none, \"EUR\"] > 0 or not (fx[none, \"EUR\"] > 0)",
            })
    void condition_thatIsFalseOrMissing_doesNotFire(String condition) {
        assertThat(story().rule("on E when " + condition + " then alert \"x\"").told())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{t} {none}! | abc (missing)!",
                "{{t} {n} | {t} 7",
                "{d} {m} {fee} | 2.5 10.00 USD 1.50 EUR",
                "{at} {yes} {took} | 1970-01-01T00:16:40.500Z true 90 seconds",
                "{f} | 0.5",
                "{half} {score} | 3.5 0.25",
            })
    void text_ofValues_showsThem(String text, String shown) {
        assertThat(story().rule("on E let half = n / 2 when score of fraud < 1 then alert \"" + text + "\"")
                        .told())
                .containsExactly("1000.5 " + shown);
    }

    @Test
    void tiers_ofWhichTwoAreTrue_actOnce() {
        assertThat(story().rule("on E when n > 7 then alert \"a\" otherwise when n > 6 then alert \"b\" "
                                + "and emit X { n: n, m: m, none: none } to topic \"x\" "
                                + "otherwise when n > 5 then alert \"c\"")
                        .told())
                .containsExactlyInAnyOrder("1000.5 b", "1000.5  {m=10 USD, n=7, none=null}");
    }

    @Test
    void route_sendsOnce_toTheFirstArmThatIsTrue() {
        Story story = story();
        story.rule("on E route to \"a\" when unsure to \"b\" when n > 1 otherwise to \"c\" then alert \"sent\"");
        story.rule("on E route to \"a\" when unsure to \"b\" when n > 100 otherwise to \"c\"");
        story.rule("on E route to \"a\" when unsure to \"b\" when n > 100 then alert \"never\"");

        assertThat(story.told()).containsExactlyInAnyOrder("1000.5 sent", "1000.5 -> b", "1000.5 -> c");
    }

    @Test
    void severity_ofAnAlert_isItsOwnOrTheRules() {
        assertThat(story().rule("severity high on E when yes then alert \"a\" and alert low \"b\" to topic \"t\"")
                        .outcomes())
                .extracting(Outcome::severity, Outcome::topic)
                .containsExactlyInAnyOrder(tuple(Severity.HIGH, null), tuple(Severity.LOW, "t"));
    }
}
