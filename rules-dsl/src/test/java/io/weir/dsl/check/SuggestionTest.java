package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Fix;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final String EVENT = """
            event Payment {
              cardId: text, category: text, categories: int, total: int, totals: money EUR, active: bool, actives: text
              paid: timestamp, paidBy: text, took: duration, tooks: int, at: timestamp
            } time at
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "categori is \"x\" | category",
                "categorie > 3 | categories",
                "\"x\" is categorie | category",
                "totalz > 5 EUR | totals",
                "totalz between 1 and 3 | total",
                "activ | active",
                "not activ | active",
                "activ contains \"x\" | actives",
                "activ in [\"x\"] | actives",
                "(activ else \"x\") is \"x\" | actives",
                "pai > timestamp \"2026-01-01\" | paid",
                "took > 5 minuts | minutes",
                "took > 5 secnods | seconds",
                "took > 5 minu | minute",
                "took > 5 sec | seconds",
                "tookk > 5 minutes | took",
                "card is \"x\" | cardId",
                "sum of tota over the last 1 hour > 3 | total",
                "sum of categor over the last 1 hour > 3 | categories",
                "more than 3 Payment within 5 minuts | minutes",
                "more than 3 Paymnt within 5 minutes | Payment",
                "qqqqqq is \"x\" | ",
            })
    void name_misspelt_getsTheNearestThatFits(String condition, String meant) {
        String text = EVENT + "rule \"r\" on Payment by cardId when " + condition
                + " then alert \"x\" at most once per 1 hour";

        List<Diagnostic> found =
                RuleCompiler.compile(List.of(new Source("a.weir", text))).diagnostics();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).fixes())
                .extracting(Fix::replacement)
                .isEqualTo(meant == null ? List.of() : List.of(meant));
        if (meant != null) {
            assertThat(RuleCompiler.compile(List.of(new Source(
                                    "a.weir", fixed(text, found.get(0).fixes().get(0)))))
                            .diagnostics())
                    .noneMatch(diagnostic -> diagnostic.code() == found.get(0).code());
        }
    }

    private static String fixed(String text, Fix fix) {
        return text.substring(0, fix.place().from().offset())
                + fix.replacement()
                + text.substring(fix.place().to().offset());
    }
}
