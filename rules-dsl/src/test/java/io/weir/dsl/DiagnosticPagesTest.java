package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Renderer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has a page, and what the page says is so. */
class DiagnosticPagesTest {

    private static final String FOLDER = "diagnostics/";
    private static final Environment DECLARED = RuleCompiler.compile(
                    List.of(new Source("README.md", Pages.block(FOLDER + "README.md", "weir declarations"))))
            .environment();

    /** Wrong examples that are too long for a page. */
    private static final Map<Code, String> GENERATED = Map.of(
            Code.FILE_TOO_LARGE,
            "#".repeat(200_001),
            Code.CHAIN_TOO_LONG,
            "rule \"a\" on Payment when items" + " + 1".repeat(501) + " > 3 then alert \"x\"",
            Code.LIST_TOO_LONG,
            "list @a = [" + "1, ".repeat(10_001) + "]",
            Code.TOO_MANY_PROBLEMS,
            IntStream.range(0, 501).mapToObj(i -> "$ ").collect(Collectors.joining("list @a = [1]\n")));

    @ParameterizedTest
    @EnumSource(Code.class)
    void wrongExample_compiled_hasThatMistakeAlone(Code code) {
        String wrong = GENERATED.containsKey(code) ? GENERATED.get(code) : Pages.block(page(code), "weir wrong");

        List<String> found = compile(wrong).stream()
                .map(diagnostic -> diagnostic.code().id())
                .distinct()
                .toList();

        assertThat(code == Code.TOO_MANY_PROBLEMS ? found.subList(found.size() - 1, found.size()) : found)
                .as(wrong)
                .containsExactly(code.id());
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void rightExample_compiled_isCleanAndLaidOut(Code code) {
        String right = Pages.block(page(code), "weir right");

        assertThat(Renderer.plain().render(compile(right))).as(right).isEmpty();
        assertThat(RuleFormatter.format(new Source("right", right)).text()).isEqualTo(right);
    }

    @Test
    void declarationsOfTheExamples_compiled_areClean() {
        assertThat(compile(Pages.block(FOLDER + "README.md", "weir declarations")))
                .isEmpty();
    }

    @Test
    void pages_together_areThoseOfTheCodes() {
        List<String> pages = Arrays.stream(Code.values())
                .map(code -> code.id() + ".md")
                .sorted()
                .toList();

        assertThat(Pages.names(FOLDER))
                .filteredOn(name -> !name.equals("README.md"))
                .containsExactlyElementsOf(pages);
        assertThat(pages)
                .allSatisfy(page -> assertThat(Pages.text(FOLDER + "README.md")).containsOnlyOnce("](" + page + ")"));
    }

    private static String page(Code code) {
        return FOLDER + code.id() + ".md";
    }

    private static List<Diagnostic> compile(String text) {
        return RuleCompiler.compile(DECLARED, List.of(new Source("example", text)))
                .diagnostics();
    }
}
