package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Renderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every message as its reader sees it; {@code -Dweir.golden.write} writes the expectations anew, to be read in the diff. */
class GoldenTest {

    static final List<String> FILES = List.of(
            "syntax",
            "names",
            "types",
            "windows",
            "sequences",
            "actions",
            "lints",
            "declarations",
            "conversions",
            "rates",
            "without-rates",
            "tests-syntax",
            "tests",
            "history",
            "alerts",
            "approximate",
            "twenty",
            "habits");

    /** Limits, whose files would be long: tested where they are generated. */
    private static final Set<Code> GENERATED = EnumSet.of(
            Code.FILE_TOO_LARGE,
            Code.NESTED_TOO_DEEP,
            Code.CHAIN_TOO_LONG,
            Code.LIST_TOO_LONG,
            Code.UNFOLDS_TOO_FAR,
            Code.TOO_MANY_STEPS,
            Code.TOO_MANY_PROBLEMS);

    @ParameterizedTest
    @FieldSource("FILES")
    void mistakes_rendered_areAsExpected(String file) throws IOException {
        String rendered = Renderer.plain().render(diagnostics(file));

        if (System.getProperty("weir.golden.write") != null) {
            Files.writeString(Path.of("src/test/resources/diagnostics", file + ".txt"), rendered);
        }
        assertThat(rendered).isEqualTo(Examples.resource("/diagnostics/" + file + ".txt"));
    }

    @Test
    void goldenFiles_together_holdEveryCode() {
        Set<Code> found = EnumSet.copyOf(GENERATED);

        FILES.forEach(file -> diagnostics(file).forEach(diagnostic -> found.add(diagnostic.code())));

        assertThat(EnumSet.complementOf(EnumSet.copyOf(found))).isEmpty();
    }

    @Test
    void fileWithTwentyMistakes_reportsTheseTwenty() {
        assertThat(diagnostics("twenty")).hasSize(20).allMatch(Diagnostic::isError);
    }

    private static List<Diagnostic> diagnostics(String file) {
        String text = Examples.resource("/diagnostics/" + file + ".weir");
        List<Source> sources = List.of(new Source(file + ".weir", text));
        return RuleCompiler.compile(sources).diagnostics();
    }
}
