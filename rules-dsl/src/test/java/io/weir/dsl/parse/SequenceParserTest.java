package io.weir.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.RuleDefinition;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: A | a{1,1} A",
                "a: | a{1,1}",
                "a+: A b*: B where x c?: where y > 1 | a{1,-} A, b{0,-} B where x, c{0,1} where GREATER(y, 1)",
                "a{2}: A b{2,}: A c{2,3}: no A d: no | a{2,2} A, b{2,-} A, c{2,3} no A, d{1,1} no",
                "a: where x > last last: A | a{1,1} where GREATER(x, last), last{1,1} A",
                "a: where x > 5 m: A | a{1,1} where GREATER(x, 5), m{1,1} A",
                "a: where x > 5 EUR{2}: A | a{1,1} where GREATER(x, 5), EUR{2,2} A",
                "a: where x contains+: A | a{1,1} where x, contains{1,-} A",
                "a: where lowest b.x over: A | a{1,1} where LOWEST(b.x), over{1,1} A",
                "a: where count of: A | a{1,1} where count, of{1,1} A",
                "a: where previous x b: A | a{1,1} where Previous(x), b{1,1} A",
                "a: where previous b: A | a{1,1} where previous, b{1,1} A",
                "a: where x to: A | a{1,1} where x, to{1,1} A",
                "a: event: A list+: B test?: C | a{1,1}, event{1,1} A, list{1,-} B, test{0,1} C",
                "strictly: A | strictly{1,1} A",
                "every: A severity: B sequence: C | every{1,1} A, severity{1,1} B, sequence{1,1} C",
                "`no`: `where` | no{1,1} where",
            })
    void steps_read_areAsWritten(String steps, String expected) {
        assertThat(sequence("sequence " + steps + " then alert \"x\"").steps().stream()
                        .map(SequenceParserTest::text)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "then resume after match then alert \"x\" | AFTER_MATCH | null",
                "then resume at next and alert \"x\" | AT_NEXT | null",
                "when a.x > 1 then resume at a then alert \"x\" | AT_STEP | a",
            })
    void resume_read_isBeforeTheActions(String clauses, String place, String step) {
        Body.Sequence sequence = sequence("sequence strictly within 1 hour a: A " + clauses);

        assertThat(sequence.strictly()).isTrue();
        assertThat(sequence.within()).isNotNull();
        assertThat(sequence.tiers()).hasSize(1);
        assertThat(sequence.tiers().get(0).actions()).hasSize(1);
        assertThat(sequence.resume().place()).hasToString(place);
        assertThat(
                        sequence.resume().step() == null
                                ? "null"
                                : sequence.resume().step().text())
                .isEqualTo(step);
    }

    @Test
    void sequence_withoutWhen_asksForNoMoreThanItsSteps() {
        Body.Sequence sequence = sequence("sequence a: A b: B then alert \"x\"");

        assertThat(sequence.strictly()).isFalse();
        assertThat(sequence.within()).isNull();
        assertThat(sequence.resume()).isNull();
        assertThat(sequence.tiers().get(0).condition()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequence when x > 1 then alert \"x\"",
                "sequence strictly within a: A then alert \"x\"",
                "sequence a: A b then alert \"x\"",
                "sequence a: A where b: B then alert \"x\"",
                "sequence a: A where x > b: B then alert \"x\"",
                "sequence a{: A then alert \"x\"",
                "sequence a{2: A b: B then alert \"x\"",
                "sequence a{1.5}: A b: B then alert \"x\"",
                "sequence a: A as x b: B then alert \"x\"",
                "sequence a+ A b: B then alert \"x\"",
                "sequence a: A then resume alert \"x\"",
                "sequence a: A then resume at then alert \"x\"",
                "sequence a: A then resume at next alert \"x\"",
                "sequence a: A then resume after match",
                "sequence a: A",
                "sequence a: A when x > 1",
                "sequence a: A then alert \"x\" then alert \"y\"",
                "when x > 1 then resume at next then alert \"x\"",
                "when x > 1 then alert \"x\" sequence a: A",
                "sequence match: A then alert \"x\"",
            })
    void mistake_inASequence_isOneProblemAndTheNextRuleIsRead(String clauses) {
        Problems problems = new Problems("a", "");
        String text = "rule \"a\" on A by k\n " + clauses + "\n\nrule \"b\" on A when x > 1 then alert \"y\"\n";

        List<Definition> definitions = Parser.parse(text, problems).definitions();

        assertThat(problems.diagnostics())
                .as(Renderer.plain().render(problems.diagnostics()))
                .hasSize(1)
                .allMatch(Diagnostic::isError);
        assertThat(definitions)
                .extracting(definition -> definition.name().text())
                .containsExactly("a", "b");
    }

    private static String text(Body.Step step) {
        Body.Quantifier quantifier = step.quantifier();
        String times = quantifier == null
                ? "1,1"
                : quantifier.least() + "," + (quantifier.most() == null ? "-" : quantifier.most());
        return step.name().text() + "{" + times + "}" + (step.forbidden() ? " no" : "")
                + (step.stream() == null ? "" : " " + step.stream().text())
                + (step.where() == null ? "" : " where " + Shape.of(step.where()));
    }

    private static Body.Sequence sequence(String body) {
        String text = "rule \"a\" on A by k " + body;
        Problems problems = new Problems("a.weir", text);
        List<Definition> definitions = Parser.parse(text, problems).definitions();
        assertThat(Renderer.plain().render(problems.diagnostics())).isEmpty();
        return (Body.Sequence) ((RuleDefinition) definitions.get(0)).body();
    }
}
