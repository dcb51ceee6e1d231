package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.DiagnosticJson;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.parse.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the compiler throw, hang, or lose a character. */
class HardeningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> CORPUS = Stream.concat(
                    Examples.ALL.stream().map(Examples::text),
                    GoldenTest.FILES.stream().map(file -> Examples.resource("/diagnostics/" + file + ".weir")))
            .toList();

    private static final String EVENT = "event A { k: text, n: int, at: timestamp } time at\n";

    static Stream<String> corpus() {
        return CORPUS.stream();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void file_cutAnywhere_isCompiled(String text) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int end = 0; end < text.length(); end += 7) {
                compile(text.substring(0, end));
            }
        });
    }

    @Test
    void inputsOfFuzzing_thatAreKept_areCompiled() throws IOException {
        List<Path> kept;
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/io/weir/dsl/RuleFuzzTestInputs"))) {
            kept = files.filter(Files::isRegularFile).sorted().toList();
        }

        assertThat(kept).isNotEmpty();
        for (Path input : kept) {
            String text = new String(Files.readAllBytes(input), StandardCharsets.UTF_8);
            assertTimeoutPreemptively(PATIENCE, () -> RuleFuzzTest.check(text), input.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void file_mutated_isCompiled(long seed) {
        Random random = new Random(seed);
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int round = 0; round < 150; round++) {
                compile(mutated(CORPUS.get(random.nextInt(CORPUS.size())), random));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                "not ",
                "-",
                "a else ",
                "\"",
                "`",
                "`a",
                "rule ",
                "when ",
                "event A {",
                "@",
                "'",
                "\\",
                "{{",
                "and "
            })
    void file_ofOneThingAgainAndAgain_isCompiled(String piece) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            compile(piece.repeat(150_000 / piece.length()));
            compile(EVENT + "rule \"a\" on A when " + piece.repeat(100_000 / piece.length()));
        });
    }

    @Test
    void sum_withThousandsOfTerms_isOneProblem() {
        String text = EVENT + "rule \"a\" on A when n" + " + 1".repeat(20_000) + " > 3 then alert \"x\"";

        assertThat(codes(text)).containsExactly("E403");
    }

    @Test
    void sums_nestedAndLong_areCompiled() {
        String inner = "n";
        for (int level = 0; level < 40; level++) {
            inner = "(" + inner + " + 1".repeat(12) + ")";
        }

        assertThat(codes(EVENT + "rule \"a\" on A when " + inner + " > 3 then alert \"x\""))
                .isEmpty();
        assertThat(codes(EVENT + "rule \"a\" on A when " + inner + " > 3 then alert \"x\" otherwise when " + inner
                        + " > 3 then alert \"y\""))
                .containsExactly("W510");
    }

    @Test
    void conditions_withThousandsOfAnds_areCompiled() {
        String text = EVENT + "rule \"a\" on A when n > 3" + " and n > 3".repeat(10_000) + " then alert \"x\"";

        assertThat(codes(text)).isEmpty();
    }

    @Test
    void list_withTooManyEntries_isOneProblem() {
        String entries =
                IntStream.rangeClosed(0, 10_000).mapToObj(Integer::toString).collect(Collectors.joining(", "));

        assertThat(codes("list @a = [" + entries + "]")).containsExactly("E404");
    }

    @Test
    void lets_thatUnfoldTooFar_areOneProblem() {
        StringBuilder text = new StringBuilder(EVENT + "rule \"a\" on A by k let x0 = n\n");
        for (int i = 1; i < 40; i++) {
            text.append("let x")
                    .append(i)
                    .append(" = x")
                    .append(i - 1)
                    .append(" + x")
                    .append(i - 1)
                    .append("\n");
        }
        text.append("when sum of x39 over the last 1 day > 3 then alert \"x\" at most once per 1 day");

        assertThat(codes(text.toString())).containsExactly("E412");
    }

    @Test
    void problems_withoutEnd_areCutOff() {
        String fields =
                IntStream.range(0, 1_000).mapToObj(i -> "f" + i + ": txt").collect(Collectors.joining("\n"));

        assertThat(codes("event B {\n" + fields + "\n}")).hasSize(501).endsWith("E499");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{0,1000}){0,1000}){0,1000}){0,1000}){0,1000}",
                "(a{100}){100}",
                "a{1000}b{1000}c{1000}",
                "(((((x+)+)+){50}){50})",
            })
    void pattern_thatUnfoldsTooFar_isOneProblem(String pattern) {
        assertThat(codes(matching(pattern))).containsExactly("E309");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{1,3}", "[{(]+{", "[]a{]{3}", "^(ab|cd){10}$", "\\\\d{4}-\\\\d{2}", "x{1000}"})
    void pattern_thatStaysSmall_isCompiled(String pattern) {
        assertThat(codes(matching(pattern))).isEmpty();
    }

    private static String matching(String pattern) {
        return EVENT + "rule \"a\" on A when k matches \"" + pattern + "\" then alert \"x\"";
    }

    private static List<String> codes(String text) {
        return compile(text).diagnostics().stream()
                .map(diagnostic -> diagnostic.code().id())
                .toList();
    }

    private static Compilation compile(String text) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", text)));
        for (Diagnostic diagnostic : compiled.diagnostics()) {
            assertThat(diagnostic.place().from().offset())
                    .isBetween(0, diagnostic.place().to().offset());
        }
        Renderer.plain().render(compiled.diagnostics());
        DiagnosticJson.of(compiled.diagnostics());
        Formatted formatted = RuleFormatter.format(new Source("a.weir", text));
        if (formatted.ok()) {
            assertThat(RuleFormatter.format(new Source("a.weir", formatted.text())))
                    .isEqualTo(formatted);
        }
        if (text.length() < 50_000) {
            assertThat(Parser.parse(text, new Problems("a.weir", text)).printed())
                    .isEqualTo(text);
        }
        return compiled;
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        int changes = 1 + random.nextInt(6);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(mutated.length());
            int end = Math.min(mutated.length(), at + 1 + random.nextInt(20));
            switch (random.nextInt(5)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, mutated.substring(at, end));
                case 2 -> mutated.insert(at, piece(random));
                case 3 -> mutated.setCharAt(at, (char) random.nextInt(0x3000));
                default -> mutated.replace(at, end, piece(random));
            }
        }
        return mutated.toString();
    }

    private static String piece(Random random) {
        String other = CORPUS.get(random.nextInt(CORPUS.size()));
        int at = random.nextInt(other.length());
        return other.substring(at, Math.min(other.length(), at + 1 + random.nextInt(40)));
    }
}
