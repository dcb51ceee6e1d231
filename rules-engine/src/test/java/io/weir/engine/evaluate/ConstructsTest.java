package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.TestPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the tests that stand in the packs of {@code src/test/resources/constructs}: each was worked out by hand. */
class ConstructsTest {

    @TestFactory
    Stream<DynamicTest> testsInPacks() throws IOException {
        List<Path> packs;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/constructs"))) {
            packs = files.sorted().toList();
        }
        assertThat(packs).isNotEmpty();
        return packs.stream().flatMap(ConstructsTest::testsIn);
    }

    private static Stream<DynamicTest> testsIn(Path pack) {
        Compilation compiled =
                RuleCompiler.compile(List.of(new Source(pack.getFileName().toString(), read(pack))));
        assertThat(compiled.ok())
                .as(Renderer.plain().render(compiled.diagnostics()))
                .isTrue();
        assertThat(compiled.tests()).isNotEmpty();
        return compiled.tests().stream()
                .map(test -> DynamicTest.dynamicTest(pack.getFileName() + ": " + test.name(), () -> check(test)));
    }

    private static void check(TestPlan test) {
        TestOutcome outcome = RuleTest.run(test);

        assertThat(outcome.isPassed()).as(told(outcome)).isTrue();
    }

    private static String told(TestOutcome outcome) {
        return outcome.verdict() + " " + outcome.reason()
                + outcome.lines().stream()
                        .map(line -> "\n  expected " + line.expected() + "\n  happened " + line.happened())
                        .collect(Collectors.joining());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
