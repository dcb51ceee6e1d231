package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.diagnostic.Renderer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the analysts' page compiles without a warning and is laid out as weir fmt does it. */
class RuleLanguagePageTest {

    private static final String PAGE = "rule-language.md";
    private static final String DECLARATIONS = Pages.block(PAGE, "weir declarations");
    private static final Environment DECLARED =
            RuleCompiler.compile(List.of(new Source(PAGE, DECLARATIONS))).environment();

    static Stream<String> examples() {
        return Stream.concat(Stream.of(DECLARATIONS), Pages.blocks(PAGE, "weir").stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_compiled_isCleanAndLaidOut(String example) {
        Compilation compiled = RuleCompiler.compile(DECLARED, List.of(new Source(PAGE, example)));

        assertThat(Renderer.plain().render(compiled.diagnostics())).isEmpty();
        assertThat(compiled.declarations()).isNotEmpty();
        assertThat(RuleFormatter.format(new Source(PAGE, example)).text()).isEqualTo(example);
    }
}
