package io.weir.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.plan.Template;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between quotes, as the rule then says it. */
class TextsTest {

    private static final String PACK =
            "event E { id: text, at: timestamp } time at\nrule \"r\" on E when true then alert ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a\\nb | 97,10,98",
                "a\\tb | 97,9,98",
                "a\\rb | 97,13,98",
                "\\\"x\\\" | 34,120,34",
                "\\\\ | 92",
                "{{x} | 123,120,125",
            })
    void escapes_standForOneCharacter(String written, String characters) {
        assertThat(literal(PACK + "\"" + written + "\"")
                        .chars()
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",")))
                .isEqualTo(characters);
    }

    @Test
    void longText_losesTheIndentationThatItsLinesShare() {
        String written = "\"\"\"\n      first\n        second\n\n      third \\n {{\n    \"\"\"";

        assertThat(literal(PACK + written)).isEqualTo("first\n  second\n\nthird \\n {");
    }

    private static String literal(String text) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", text)));
        assertThat(compiled.diagnostics()).noneMatch(Diagnostic::isError);
        return compiled.rules().get(0).alerts().get(0).text().parts().stream()
                .map(part -> ((Template.Literal) part).text())
                .collect(Collectors.joining());
    }
}
