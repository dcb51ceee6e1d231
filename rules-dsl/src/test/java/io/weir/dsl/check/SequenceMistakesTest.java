package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Renderer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceMistakesTest {

    private static final String EVENTS = """
            event A { k: text, n: int, t: text?, ok: bool, eur: money EUR, at: timestamp } time at
            event B { k: text, n: int, m: int, at: timestamp } time at
            event C { k: text, at: timestamp } time at
            model fraud given n: int returns probability else 0.0
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "within 1 hour a: A a: B | E210",
                "within 1 hour A: A | E210",
                "within 1 hour a: C | E249",
                "within 1 hour a: Nope | E249",
                "within 1 hour a: A b: B where c.n > 1 c: A | E250",
                "within 1 hour a: A b: B where c.n > 1 | E212",
                "within 1 hour a: A b: B where last c.n > 1 c: A | E250",
                "within 1 hour a: A b: B where count of c > 1 c: A | E250",
                "within 1 hour a: A b: no B c: A where b.n > 1 | E251",
                "within 1 hour a: A b: no B c: A where count of b > 1 | E251",
                "within 1 hour a: A b: B where x > 1 | E203",
                "within 1 hour a: A b: where m > 1 | E204",
                "within 1 hour a: A b: where a.m > 1 | E203",
                "within 1 hour a: b: B where a.m > 1 | E204",
                "within 1 hour a: A b: B where A.n > 1 | E212",
                "within 1 hour a: A b: B where count of A over the last 1 hour > 3 | E420",
                "within 1 hour a: A b: B where more than 3 A within 1 hour | E420",
                "within 1 hour a: A b: B where score of fraud > 0.5 | E420",
                "within 1 hour a: A b: B where often > 3 | E420",
                "within 1 hour a: A b: B where late > 3 c: A | E250",
                "within 1 hour a: A b: B where n | E301",
                "within 1 hour a: A b: B where sum of a.t > 3 | E320",
                "within 1 hour a: A b: B where count of a.n > 3 | E201",
                "within 1 hour a: A b: B where percentile 101 of a.n > 3 | E326",
                "within 1 hour a: A b: B where highest (a.n + b.n) > 3 | E212",
                "within 1 hour a: A b: B where first (a.n + n) > 3 | E212",
                "within 1 hour a: A b: B where highest (a.n + (count of a)) > 3 | E410",
                "within 500 days a: A b: B | E405",
                "a: A b: B | E421",
                "strictly a: A b+: B | E421",
                "strictly a*: A b: B | E421",
                "strictly a{2,}: A b: B | E421",
                "strictly a: A b: no B | E421",
                "within 1 hour a: A b?: B | E422",
                "within 1 hour a: A b*: B | E422",
                "within 1 hour a: A b{0,3}: B | E422",
                "within 1 hour a?: A b: no B | E422",
                "within 1 hour a: no A b: B | E423",
                "within 1 hour a: no A | E423",
                "within 1 hour a: A b{5,2}: B | E125",
                "within 1 hour a: A b{0}: B c: A | E125",
                "within 1 hour a: A b{1001}: B | E427",
                "within 1 hour a: A b{1,1001}: B | E427",
                "within 1 hour a: A b{99999999999}: B | E427",
                "within 1 hour a: A b+: no B c: A | E124",
                "within 1 hour a: A where n > 5 and n < 3 b: B | E425",
                "within 1 hour a: A where n between 5 and 3 b: B | E425",
                "within 1 hour a: A where n > 5 and n is 5 b: B | E425",
                "within 1 hour a: A where n >= 5 and n <= 5 and n is not 5 b: B | E425",
                "within 1 hour a: A where false b: B | E425",
                "within 1 hour a: A where k is \"x\" and k in [\"y\", \"z\"] b: B | E425",
                "within 1 hour a: A where k in [\"x\"] and k in [\"y\", \"z\"] b: B | E425",
                "within 1 hour a: A where ok and not ok b: B | E425",
                "within 1 hour a: A where t is missing and t is \"x\" b: B | E425",
                "within 1 hour a: A where eur > 5 EUR and 3 EUR > eur b: B | E425",
                "within 1 hour a: A where n > previous n b: B | E425",
                "within 1 hour a+: A b: A | E425",
                "within 1 hour a*: A where n > 3 b: A where n > 3 | E425",
                "within 1 hour a+: b: A where n > 3 | E425",
            })
    void mistake_inTheSteps_isReportedOnce(String sequence, String code) {
        String text = "rule \"r\" on A, B by k let often = count of A over the last 1 hour let late = c.n + 0 sequence "
                + sequence + " then alert \"x\"";

        assertThat(errors(text.contains(" c:") ? text : text.replace(" let late = c.n + 0", "")))
                .singleElement()
                .asString()
                .contains(" " + code + ":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: A b: B then resume at c then | E248",
                "a: A b: B then resume at a then | E424",
                "a?: A b: B then resume at b then | E424",
                "a: A b?: B c: A then resume at b then | E424",
                "a: A b: no B c: A then resume at b then | E424",
                "a: A b: B when A.n > 1 then | E212",
                "a: A b: B when t is \"x\" then | E203",
                "a: A b: B when c.n > 1 then | E212",
                "a: A b: no B c: A when b.n > 1 then | E251",
                "a: A b: B when n then | E301",
                "a: A b: B when a then | E301",
            })
    void mistake_behindTheSteps_isReportedOnce(String clauses, String code) {
        assertThat(errors("rule \"r\" on A, B by k sequence within 1 hour " + clauses + " alert \"x\""))
                .singleElement()
                .asString()
                .contains(" " + code + ":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "within 1 hour a: A where n > 5 and n < 7 b: B",
                "within 1 hour a: A where n >= 5 and n <= 5 b: B",
                "within 1 hour a: A where n > 5 or n < 3 b: B",
                "within 1 hour a: A where n > 5 b: B where n < 3",
                "within 1 hour a: A b: A where n < 3 and a.n > 5",
                "within 1 hour a: A where k in [\"x\", \"y\"] and k is not \"x\" b: B",
                "within 1 hour a: A where (previous n else 0) < n b: B",
                "within 1 hour a: A where previous n is missing b: B",
                "strictly within 1 hour a: A where n > previous n b: B",
                "strictly within 1 hour a+: A b: A",
                "within 1 hour a+: A b: B",
                "within 1 hour a+: A where n > 3 b: A",
                "within 1 hour a{2,3}: A b: A",
                "within 1 hour a+: A where n > previous n or count of a is 1 b: A where n < previous n",
                "strictly a{2,3}: A b?: B c: A",
                "within 1 hour a: A b?: B c: no B",
                "within 1 hour a: A",
                "within 1 hour a: A b: B d+: A",
            })
    void sequence_thatCanMatch_isWithoutErrors(String sequence) {
        assertThat(errors("rule \"r\" on A, B by k sequence " + sequence + " then alert \"x\""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "51, 1"})
    void steps_over50_areAnError(int number, int errors) {
        String steps =
                IntStream.range(0, number).mapToObj(i -> "s" + i + ": A ").collect(Collectors.joining());

        assertThat(errors("rule \"r\" on A, B by k sequence within 1 hour " + steps + " then alert \"x\""))
                .hasSize(errors)
                .allSatisfy(error -> assertThat(error).contains("E426"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strictly within 1 hour a: A b: no B c: A then | W507",
                "strictly within 1 hour a: A b: no B then | -",
                "within 1 hour a: A b: no B c: A then | -",
                "within 1 hour a: A b: where k is not a.t then | W501",
                "within 1 hour a: A b?: B c: A where n is not b.n then | W501",
                "within 1 hour a: A b: B c: A where n is not b.n then | -",
                "within 1 hour a: A b: A when t is not \"x\" then | W501",
                "within 1 hour a: A b: B when m is not 3 then | -",
            })
    void lint_ofASequence_isGivenWhereItHelps(String clauses, String code) {
        List<String> found = RuleCompiler.compile(List.of(
                        new Source("a.weir", EVENTS + "rule \"r\" on A, B by k sequence " + clauses + " alert \"x\"")))
                .diagnostics()
                .stream()
                .map(diagnostic -> diagnostic.code().id())
                .toList();

        assertThat(found).isEqualTo(code.equals("-") ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on A, B sequence within 1 hour a: A b: B then alert \"x\""})
    void sequence_withoutAKey_isAnError(String clauses) {
        assertThat(errors("rule \"r\" " + clauses)).singleElement().asString().contains("E407");
    }

    private static List<String> errors(String rule) {
        return RuleCompiler.compile(List.of(new Source("a.weir", EVENTS + rule))).diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(diagnostic -> Renderer.plain().render(List.of(diagnostic)))
                .toList();
    }
}
