package io.weir.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Examples;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.TableDefinition;
import io.weir.dsl.syntax.TypeReference;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ParserTest {

    static final List<String> FILES = List.of("payments.weir", "soft-words.weir", "tour.weir", "contract.weir");

    @ParameterizedTest
    @FieldSource("FILES")
    void example_parses_withoutProblems(String file) {
        String text = Examples.text(file);
        Problems problems = new Problems(file, text);

        SyntaxTree tree = Parser.parse(text, problems);

        assertThat(Renderer.plain().render(problems.diagnostics())).isEmpty();
        assertThat(tree.printed()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a else b else 1 | Else(a, Else(b, 1))",
                "- a else b | Negate(Else(a, b))",
                "a else -1 | Else(a, Negate(1))",
                "a + b * c - d | SUBTRACT(ADD(a, MULTIPLY(b, c)), d)",
                "not a > 1 and b | And(Not(GREATER(a, 1)), b)",
                "a or b and c or d | Or(a, And(b, c), d)",
                "a between 1 + 1 and 2 and b | And(Between(a, ADD(1, 1), 2), b)",
                "a is not in [1] | Membership!(a, [1])",
                "a is not missing | Presence!(a)",
                "a does not contain \"x\" | CONTAINS!(a, \"x\")",
                "speed > 900 km/h | GREATER(speed, 900 km/h)",
                "a > 5 m / b | GREATER(a, DIVIDE(5 m, b))",
                "count > highest | GREATER(count, highest)",
                "highest contains \"x\" | CONTAINS(highest, \"x\")",
                "score | score",
                "at | at",
                "more * than | MULTIPLY(more, than)",
                "exactly > 3 | GREATER(exactly, 3)",
                "count of A where a and b over the last 5 minutes > 3 | GREATER(COUNT(A where And(a, b) last), 3)",
                "more than 3 A where a and b within 1 hour and c | And(Tally(A where And(a, b)), c)",
                "at least 3 different a.b of C within 1 hour | Tally(a.b of C)",
                "exactly 3 different within 1 hour | Tally(different)",
                "median of a over the last 10 events > stddev of (a + 1) over the previous 2 events"
                        + " | GREATER(MEDIAN(a last 10 events), STDDEV((ADD(a, 1)) previous 2 events))",
                "percentile 99.9 of a over the session > 1 | GREATER(PERCENTILE 99.9(a session), 1)",
                "distinct a over the session > last b.c | GREATER(DISTINCT(a session), LAST(b.c))",
                "first > distinct and last is median | And(GREATER(first, distinct), EQUAL(last, median))",
                "percentile > stddev | GREATER(percentile, stddev)",
                "previous price < price | LESS(Previous(price), price)",
                "previous > 3 | GREATER(previous, 3)",
                "previous A within 1 hour is missing | Presence(Previous(A within))",
                "a + 1 increases 4 times in a row within 1 hour and b | And(Increases(ADD(a, 1), 4 within), b)",
                "increases decreases 1 times in a row | Decreases(increases, 1)",
                "more than 3 A where previous B is missing within 1 hour | Tally(A where Presence(Previous(B)))",
                "more than 3 A where x > previous y within 1 hour | Tally(A where GREATER(x, Previous(y)))",
                "more than 3 A where x > (previous y within 1 hour) within 1 hour"
                        + " | Tally(A where GREATER(x, (Previous(y within))))",
                "a to EUR > b | GREATER(To(EUR, a), b)",
                "a to EUR as of at > b to USD | GREATER(To(EUR, a, as of at), To(USD, b))",
                "(a + b) to EUR > c | GREATER(To(EUR, (ADD(a, b))), c)",
                "a to EUR else b > c | GREATER(Else(To(EUR, a), b), c)",
                "sum of a to EUR as of at over the last 1 hour > c | GREATER(SUM(To(EUR, a, as of at) last), c)",
                "fx[a, b + 1] as of at > c | GREATER(fx[a, ADD(b, 1), as of at], c)",
                "limits[a].daily as of x.at > b | GREATER(limits.daily[a, as of x.at], b)",
                "limits[a].daily to EUR as of at > b | GREATER(To(EUR, limits.daily[a], as of at), b)",
                "distance from a to b > 100 km | GREATER(distance(a, b), 100 km)",
                "speed from a.b to EUR > 900 km/h | GREATER(speed(a.b, EUR), 900 km/h)",
                "elapsed from (at - 1 hour) to at > 5 minutes | GREATER(elapsed((SUBTRACT(at, 1 hours)), at), 5 minutes)",
                "distance is 3 and speed > elapsed | And(EQUAL(distance, 3), GREATER(speed, elapsed))",
                "a in b.c and d not in e | And(Membership(a, b.c), Membership!(d, e))",
                "not followed by B within 1 hour and c | And(Follow!(B), c)",
                "a and followed by B or C as x where y or z within 1 hour | And(a, Follow(B or C as x where Or(y, z)))",
                "followed by B where x > previous y within 1 hour | Follow(B where GREATER(x, Previous(y)))",
                "not (not followed by B within 1 hour) | Not((Follow!(B)))",
                "followed | followed",
                "not followed | Not(followed)",
            })
    void expression_parses_byPrecedence(String text, String tree) {
        assertThat(Shape.of(condition(text))).isEqualTo(tree);
    }

    @Test
    void declarations_ofData_areRead() {
        String text = """
                event A { at: timestamp, place: { city: text? from "c.n", geo: { lat: float } }?, tags: list of text? } time at
                list @sanctioned of text
                table fx by source, target: int returns decimal versioned, from topic "fx-rates"
                table limits by cardId returns { daily: money EUR, note: text? } from topic "limits" versioned
                rates from fx
                feature spend7d on A by cardId = sum of amount over the last 7 days
                list @a = [1]
                """;
        Problems problems = new Problems("a.weir", text);

        SyntaxTree tree = Parser.parse(text, problems);

        assertThat(problems.diagnostics()).isEmpty();
        assertThat(tree.definitions())
                .extracting(d -> d.getClass().getSimpleName() + " " + d.name().text())
                .containsExactly(
                        "EventDefinition A",
                        "ListDefinition sanctioned",
                        "TableDefinition fx",
                        "TableDefinition limits",
                        "RatesDefinition fx",
                        "FeatureDefinition spend7d",
                        "ListDefinition a");
        TypeReference place = Objects.requireNonNull(
                ((EventDefinition) tree.definitions().get(0)).fields().get(1).type());
        assertThat(place.isRecord()).isTrue();
        assertThat(place.fields()).extracting(field -> field.name().text()).containsExactly("city", "geo");
        TableDefinition limits = (TableDefinition) tree.definitions().get(3);
        assertThat(limits.versioned()).isTrue();
        assertThat(limits.topic()).isNotNull();
    }

    @Test
    void nesting_past64Levels_isOneProblem() {
        String text = "rule \"a\" on A when " + "(".repeat(10_000) + "a" + ")".repeat(10_000) + " then alert \"x\"";
        Problems problems = new Problems("a.weir", text);

        Parser.parse(text, problems);

        assertThat(problems.diagnostics()).extracting(d -> d.code().id()).containsExactly("E402");
    }

    @Test
    void file_over200kB_isOneProblem() {
        String text = "#".repeat(200_001);
        Problems problems = new Problems("a.weir", text);

        Parser.parse(text, problems);

        assertThat(problems.diagnostics()).extracting(d -> d.code().id()).containsExactly("E401");
    }

    private static Expression condition(String expression) {
        String text = "rule \"a\" on A when " + expression + " then alert \"x\"";
        Problems problems = new Problems("a.weir", text);
        List<Definition> definitions = Parser.parse(text, problems).definitions();
        assertThat(Renderer.plain().render(problems.diagnostics())).isEmpty();
        Body body = ((RuleDefinition) definitions.get(0)).body();
        return ((Body.When) body).tiers().get(0).condition();
    }
}
