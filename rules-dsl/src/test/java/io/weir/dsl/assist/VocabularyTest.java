package io.weir.dsl.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final Path GRAMMAR = Path.of("src/test/antlr4/io/weir/dsl/grammar/Weir.g4");

    /** One of several, or what a phrase offers without it. */
    private static final Set<String> LEFT_OUT = Set.of(
            "millisecond", "second", "minute", "hour", "day", "week", "h", "start", "end", "match", "next", "no");

    @Test
    void everyWordOfTheGrammar_isInAPhrase() throws IOException {
        Set<String> words = Vocabulary.ALL.stream()
                .flatMap(phrase ->
                        Pattern.compile("[a-zA-Z]+").matcher(phrase.words()).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
        words.addAll(LEFT_OUT);

        Set<String> grammar = Pattern.compile("'([a-zA-Z]+)'")
                .matcher(Files.readString(GRAMMAR))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(words).containsAll(grammar);
    }

    @Test
    void phrases_eachHaveAMeaning() {
        assertThat(Vocabulary.ALL).allSatisfy(phrase -> {
            assertThat(phrase.meaning()).endsWith(".");
            assertThat(phrase.sample()).doesNotContain("<");
            assertThat(phrase.head()).isNotEmpty();
        });
    }
}
