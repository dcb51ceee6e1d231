package io.weir.dsl.grammar;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser and the grammar hold the same texts for files of the language. */
class GrammarDifferentialTest {

    private static final int SHOWN = 5;

    static List<String> writtenFiles() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String folder : List.of("../samples", "src/test/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(path -> isSource(path)).sorted().toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        texts.addAll(Pages.blocks("rule-language.md", "weir"));
        texts.addAll(Pages.blocks("rule-language.md", "weir declarations"));
        return texts;
    }

    private static boolean isSource(Path path) {
        return path.toString().endsWith(".weir") && !path.toString().contains("/target/");
    }

    @ParameterizedTest
    @MethodSource("writtenFiles")
    void fileThatIsWritten_readByBoth_isReadAlike(String text) {
        assertAlike(List.of(text));
    }

    @Test
    void filesThatAreWritten_changedALittle_areReadAlike() throws IOException {
        List<String> texts = writtenFiles();

        assertAlike(LongStream.range(0, 1_000)
                .mapToObj(seed -> new Mutator(seed)
                        .mutated(texts.get((int) (seed % texts.size())), texts.get((int) (seed * 7 % texts.size())))));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, 2_000})
    void generatedFiles_readByBoth_areFiles(long first) {
        List<String> texts =
                texts(first, 1_000, GrammarDifferentialTest::generated).toList();

        assertThat(texts)
                .filteredOn(text -> Grammar.file(text) == null)
                .as("seeds from %d", first)
                .isEmpty();
        assertAlike(texts);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2_000, 4_000})
    void generatedFiles_changedALittle_areReadAlike(long first) {
        assertAlike(texts(first, 2_000, GrammarDifferentialTest::changed));
    }

    @Test
    @Tag("long")
    void filesWithoutNumber_readByBoth_areReadAlike() {
        assertAlike(texts(1_000_000, 50_000, GrammarDifferentialTest::generated));
        assertAlike(texts(1_000_000, 300_000, GrammarDifferentialTest::changed));
    }

    @Test
    void comparison_ofChangedFiles_meetsBothKinds() {
        long accepted = texts(0, 6_000, GrammarDifferentialTest::changed)
                .filter(text -> Grammar.file(text) != null)
                .count();

        assertThat(accepted).isBetween(1_000L, 5_000L);
    }

    @Test
    void grammar_overTheFilesItAccepts_isUsedWhole() {
        Set<String> used = new HashSet<>();
        texts(0, 1_000, GrammarDifferentialTest::generated).forEach(text -> collect(Grammar.file(text), used));

        assertThat(used).containsExactlyInAnyOrder(WeirParser.ruleNames);
    }

    private static void collect(ParseTree tree, Set<String> used) {
        if (tree instanceof RuleNode rule) {
            used.add(WeirParser.ruleNames[rule.getRuleContext().getRuleIndex()]);
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            collect(tree.getChild(i), used);
        }
    }

    private static Stream<String> texts(long first, int number, LongFunction<String> text) {
        return LongStream.range(first, first + number).mapToObj(text);
    }

    private static String generated(long seed) {
        return RandomPack.text(seed, seed % 2 == 0);
    }

    private static String changed(long seed) {
        return new Mutator(seed).mutated(RandomPack.small(seed), RandomPack.small(seed + 1));
    }

    private static void assertAlike(List<String> texts) {
        assertAlike(texts.stream());
    }

    private static void assertAlike(Stream<String> texts) {
        String differences = texts.filter(Difference::of)
                .limit(SHOWN)
                .map(Difference::described)
                .collect(joining("\n"));

        assertThat(differences).isEmpty();
    }
}
