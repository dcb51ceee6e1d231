package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that cannot be true, or cannot but be, and those that can. */
class NeverTrueTest {

    private static final String EVENTS = """
            event A { k: text, n: int, x: decimal, t: text, cur: text, any: money in cur, at: timestamp } time at
            event B { k: text, n: int, at: timestamp } time at
            """;

    private static final List<String> OPERATORS = List.of(">", ">=", "<", "<=", "is", "is not");

    private record Part(String text, DoublePredicate holds) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A | count of A over the last 1 day < 0 | W513",
                "A | count of A over the last 1 day < 1 | W513",
                "A | 0 >= count of A over the last 1 day | W513",
                "A | count of A over the last 1 day >= 1 | W514",
                "A | count of A over the last 1 day is 1.5 | W513",
                "A | count of A over the last 1 day is not -1 | W514",
                "A | count of A over the previous 1 day < 1 | ",
                "A | count of A where n > 1 over the last 1 day < 1 | ",
                "A | count of B over the last 1 day < 1 | ",
                "A, B | count of A over the last 1 day < 1 | ",
                "A | distinct t over the last 1 day < 1 | ",
                "A | distinct t over the last 1 day < 0 | W513",
                "A | count of A over the last 10 events > 10 | W513",
                "A | count of A over the last 10 events >= 10 | ",
                "A | count of A over the last 10 events <= 10 | W514",
                "A | sum of n over the last 1 day < 0 | ",
                "A | fewer than 1 A within 1 day | W513",
                "A | fewer than 1 B within 1 day | ",
                "A | exactly 0 B within 1 day | ",
                "A | more than 5 B where false within 1 day | W513",
                "A | more than 5 B where n > 3 and n < 2 within 1 day | W513",
                "A | n > 5 and (n < 3 and x > 1) | W513",
                "A | n > 5 and (x > 1 or n < 3) | ",
                "A | not (n > 5 and n < 3) | W513",
                "A | n between 5 and 3 | W513",
                "A | n not between 5 and 3 | ",
                "A | n > 5 and n < 6 | W513",
                "A | x > 5 and x < 6 | ",
                "A | t is \"a\" and t is \"b\" | W513",
                "A | t in [\"a\", \"b\"] and t is not \"a\" | ",
                "A | t in [\"a\", \"b\"] and t not in [\"b\", \"a\", \"c\"] | W513",
                "A | t > \"b\" and t < \"a\" | ",
                "A | any is 5 EUR and any is 5.00 EUR | ",
                "A | any > 5 EUR and any < 3 EUR | W513",
                "A | at > timestamp \"2026-01-02\" and at < timestamp \"2026-01-01\" | W513",
                "A, B | A.n > 5 and B.n < 3 and n > 1 | ",
                "A | n > 5 and (previous n) < 3 | ",
                "A | (n else 0) > 5 and n < 3 | ",
            })
    void condition_judged_isWarnedOfWhereItHasOneOutcome(String on, String condition, String code) {
        List<String> found = codes("on " + on + " by k when " + condition);

        assertThat(found).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void conjunction_ofComparisons_isWarnedOfWhereNoNumberFits() {
        Random random = new Random(11);
        for (int round = 0; round < 400; round++) {
            boolean whole = random.nextBoolean();
            List<Part> parts = new ArrayList<>();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                parts.add(part(random, whole ? "n" : "x"));
            }
            String condition =
                    String.join(" and ", parts.stream().map(Part::text).toList());
            boolean possible = IntStream.rangeClosed(-80, 80)
                    .filter(tick -> !whole || tick % 4 == 0)
                    .mapToDouble(tick -> tick / 4.0)
                    .anyMatch(value -> parts.stream().allMatch(part -> part.holds.test(value)));

            assertThat(codes("on A by k when " + condition))
                    .as(condition)
                    .isEqualTo(possible ? List.of() : List.of("W513"));
        }
    }

    // Numbers are halves, so that quarters tell what lies between them.
    private static Part part(Random random, String field) {
        double number = (random.nextInt(13) - 6) / 2.0;
        String operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        DoublePredicate holds = switch (operator) {
            case ">" -> value -> value > number;
            case ">=" -> value -> value >= number;
            case "<" -> value -> value < number;
            case "<=" -> value -> value <= number;
            case "is" -> value -> value == number;
            default -> value -> value != number;
        };
        return new Part(field + " " + operator + " " + number, holds);
    }

    private static List<String> codes(String clauses) {
        String text = EVENTS + "rule \"r\" " + clauses + " then alert \"x\" at most once per 1 day";
        return RuleCompiler.compile(List.of(new Source("a.weir", text))).diagnostics().stream()
                .map(diagnostic -> diagnostic.code().id())
                .filter(code -> !code.equals("W503"))
                .toList();
    }
}
