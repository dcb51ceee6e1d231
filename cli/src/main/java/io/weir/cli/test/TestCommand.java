package io.weir.cli.test;

import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.rules.Packs;
import io.weir.dsl.Compilation;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.TestPlan;
import io.weir.engine.evaluate.RuleTest;
import io.weir.engine.evaluate.TestOutcome.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `weir test`. */
@Command(
        name = "test",
        description = {
            "Run the tests of rules that stand in rule files, without Kafka and in no time.",
            "",
            "All paths are one pack. What failed is shown with what was expected (-), what happened (+) and a timeline.",
            "A rule that this version does not evaluate fails its tests too: it did not pass them."
        },
        footer = {
            "",
            "Example, for a pipeline:",
            "  weir test rules/ --junit target/weir-tests.xml",
            "",
            "A test stands beside its rule:",
            "  test \"eleventh failure\" for \"Failed-login burst\"",
            "    given 00:00:00 Login { userId: \"u\", outcome: \"failed\" } x 11",
            "    expect alert at 00:00:00"
        })
public final class TestCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--only", paramLabel = "RULE", description = "Only the tests for the rule of that name")
    private @Nullable String only;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Write the outcomes there too, as JUnit XML for CI systems")
    private @Nullable Path junit;

    @Option(names = "--json", description = "The outcomes as a JSON array instead of the report, for tools")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders with *.weir files in them")
    private List<Path> paths = List.of();

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Compilation compilation = Packs.compileGood(paths, console);
        List<TestPlan> tests = chosen(compilation);
        long started = System.nanoTime();
        List<Tested> tested = run(tests, compilation);
        double seconds = (System.nanoTime() - started) / 1e9;
        if (json) {
            console.out().println(TestJson.of(tested).toPrettyString());
        } else {
            console.out().print(new TestReport(console.outColour()).of(tested));
        }
        if (junit != null) {
            write(junit, JunitXml.of(tested));
        }
        console.say(tests.isEmpty() ? nothing() : summary(tested, seconds));
        return tested.stream().allMatch(one -> one.outcome().isPassed()) ? ExitCode.GOOD : ExitCode.PROBLEMS;
    }

    private List<TestPlan> chosen(Compilation compilation) {
        if (only == null) {
            return compilation.tests();
        }
        List<String> rules = compilation.rules().stream().map(RulePlan::name).toList();
        if (!rules.contains(only)) {
            String near = NearNames.nearest(only, rules);
            throw CommandFailure.usage(
                    "--only: there is no rule '" + only + "'" + (near == null ? "" : "; did you mean '" + near + "'?"));
        }
        return compilation.tests().stream()
                .filter(test -> test.rule().name().equals(only))
                .toList();
    }

    private static List<Tested> run(List<TestPlan> tests, Compilation compilation) {
        List<Tested> tested = new ArrayList<>();
        for (TestPlan test : tests) {
            long started = System.nanoTime();
            tested.add(new Tested(
                    RuleTest.run(test),
                    compilation.testPlaces().get(test.name()),
                    (System.nanoTime() - started) / 1e9));
        }
        return tested;
    }

    private static void write(Path file, String text) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.usage("--junit: cannot write " + file + ": " + e.getMessage());
        }
    }

    private String nothing() {
        String where = paths.stream().map(Path::toString).collect(Collectors.joining(", "));
        return only == null ? "no tests in " + where : "no tests for rule '" + only + "' in " + where;
    }

    private static String summary(List<Tested> tested, double seconds) {
        return String.format(
                Locale.ROOT,
                "%d passed, %d failed, %d not evaluated in %.1f s",
                count(tested, Verdict.PASSED),
                count(tested, Verdict.FAILED),
                count(tested, Verdict.NOT_EVALUATED),
                seconds);
    }

    private static long count(List<Tested> tested, Verdict verdict) {
        return tested.stream().filter(one -> one.outcome().verdict() == verdict).count();
    }
}
