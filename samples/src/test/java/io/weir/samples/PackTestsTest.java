package io.weir.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.TestPlan;
import io.weir.engine.evaluate.RuleTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that stand in the packs. */
class PackTestsTest {

    static List<String> stories() throws IOException {
        try (Stream<Path> folders = Files.list(SampleFolders.root())) {
            return folders.filter(story -> Files.exists(story.resolve("pack.weir")))
                    .map(story -> story.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void testsOfThePack_run_pass(String story) throws IOException {
        for (TestPlan test : compiled(story).tests()) {
            assertThat(RuleTest.run(test).isPassed()).as(test.name()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyRule_hasATestThatFiresAndOneThatDoesNot(String story) throws IOException {
        Compilation compiled = compiled(story);

        for (RulePlan rule : compiled.rules()) {
            List<TestPlan> tests = compiled.tests().stream()
                    .filter(test -> test.rule().name().equals(rule.name()))
                    .toList();
            // What is routed always goes somewhere.
            Boolean[] kinds =
                    rule.body() instanceof RuleBody.Route ? new Boolean[] {false} : new Boolean[] {true, false};
            assertThat(tests.stream().map(test -> test.expected().isEmpty()).distinct())
                    .as(rule.name())
                    .containsExactlyInAnyOrder(kinds);
        }
    }

    private static Compilation compiled(String story) throws IOException {
        String text = Files.readString(SampleFolders.story(story).resolve("pack.weir"));
        Compilation compiled = RuleCompiler.compile(List.of(new Source(story, text)));
        assertThat(compiled.diagnostics()).isEmpty();
        return compiled;
    }
}
