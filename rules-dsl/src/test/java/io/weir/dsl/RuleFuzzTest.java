package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.DiagnosticJson;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.parse.Parser;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * No text makes the compiler throw or hang, whatever it is: with {@code JAZZER_FUZZ=1} the inputs that are kept are mutated,
 * guided by the branches that they reach. {@link HardeningTest} runs the kept ones in every build.
 */
@Tag("long")
class RuleFuzzTest {

    private static final String EVENTS = """
            event A { k: text, n: int, amount: money EUR, country: text?, place: geo, at: timestamp } time at
            event B { k: text, n: int, price: decimal, at: timestamp } time at, up to 5 seconds late
            list @l = ["a", "b"]
            model m given n: float returns probability else 0.5
            """;

    @FuzzTest(maxDuration = "10m")
    void text_ofAnyKind_isCompiled(FuzzedDataProvider data) {
        boolean withEvents = data.consumeBoolean();
        String text = data.consumeRemainingAsString();

        check(withEvents ? EVENTS + text : text);
    }

    /** All that must hold of any text. */
    static void check(String text) {
        Source source = new Source("a.weir", text);
        List<Diagnostic> diagnostics = RuleCompiler.compile(List.of(source)).diagnostics();

        for (Diagnostic diagnostic : diagnostics) {
            assertThat(diagnostic.place().from().offset())
                    .isBetween(0, diagnostic.place().to().offset());
            assertThat(diagnostic.place().to().offset()).isLessThanOrEqualTo(text.length());
        }
        Renderer.plain().render(diagnostics);
        DiagnosticJson.of(diagnostics);
        assertThat(Parser.parse(text, new Problems("a.weir", text)).printed()).isEqualTo(text);
        Formatted formatted = RuleFormatter.format(source);
        if (formatted.ok()) {
            assertThat(RuleFormatter.format(new Source("a.weir", formatted.text())))
                    .isEqualTo(formatted);
        }
    }
}
