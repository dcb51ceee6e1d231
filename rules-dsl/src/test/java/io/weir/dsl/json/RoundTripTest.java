package io.weir.dsl.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.Examples;
import io.weir.dsl.Formatted;
import io.weir.dsl.RuleFormatter;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.grammar.RandomPack;
import io.weir.dsl.parse.Parser;
import io.weir.dsl.syntax.SyntaxTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text becomes JSON and text again: neither meaning nor comments are lost. */
class RoundTripTest {

    private static final Set<String> LEAVES =
            Stream.of(Leaf.values()).map(Leaf::kind).collect(Collectors.toSet());

    static Stream<String> files() throws IOException {
        try (Stream<Path> samples = Files.walk(Path.of("../samples"))) {
            List<String> texts = samples.filter(file -> file.toString().endsWith(".weir"))
                    .filter(file -> !file.toString().contains("target"))
                    .map(RoundTripTest::text)
                    .toList();
            return Stream.concat(texts.stream(), Examples.ALL.stream().map(Examples::text));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void file_thereAndBack_isTheSameText(String text) {
        assertThat(there(text)).isEqualTo(formatted(text).replace("\n\"\"\"", "\n  \"\"\""));
    }

    @Test
    void randomFiles_thereAndBack_sayTheSame() {
        int read = 0;
        for (long seed = 0; seed < 600; seed++) {
            String text = RandomPack.text(seed, true);
            if (isReadable(text)) {
                assertStays(seed, text);
                read++;
            }
        }
        assertThat(read).isGreaterThan(400);
    }

    private static void assertStays(long seed, String text) {
        String once = there(text);
        String twice = there(once);
        assertThat(there(twice)).as("seed %s, three times, of%n%s", seed, text).isEqualTo(twice);
        assertThat(formatted(once)).as("seed %s, laid out, of%n%s", seed, text).isEqualTo(once);
        assertThat(json(there(twice))).as("seed %s", seed).isEqualTo(json(twice));
        assertThat(bare(json(once)).toPrettyString())
                .as("seed %s, of%n%s", seed, text)
                .isEqualTo(bare(json(text)).toPrettyString());
        assertThat(comments(once))
                .as("seed %s, of%n%s", seed, text)
                .containsExactlyInAnyOrderElementsOf(comments(text));
    }

    /** Without comments; what is no more than a name or a number is that alone. */
    private static JsonNode bare(JsonNode json) {
        if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(each -> array.add(bare(each)));
            return array;
        } else if (!json.isObject()) {
            return json;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        json.properties().forEach(field -> object.set(field.getKey(), bare(field.getValue())));
        object.remove("comments");
        return object.size() == 2 && LEAVES.contains(object.path("kind").asText()) ? object.get("value") : object;
    }

    private static List<String> comments(String text) {
        return Parser.parse(text, new Problems("a.weir", text)).tokens().stream()
                .flatMap(token -> Gap.before(text, token).comments().stream())
                .map(Gap.Comment::text)
                .toList();
    }

    private static String there(String text) {
        TreeJson.Text back = TreeJson.text(json(text).toString());
        assertThat(back.problems()).as(text).isEmpty();
        return String.valueOf(back.text());
    }

    private static ObjectNode json(String text) {
        Problems problems = new Problems("a.weir", text);
        SyntaxTree tree = Parser.parse(text, problems);
        assertThat(problems.diagnostics()).as(text).isEmpty();
        return TreeJson.of(tree);
    }

    private static boolean isReadable(String text) {
        Problems problems = new Problems("a.weir", text);
        Parser.parse(text, problems);
        return problems.count() == 0;
    }

    private static String formatted(String text) {
        Formatted formatted = RuleFormatter.format(new Source("a.weir", text));
        assertThat(formatted.diagnostics()).as(text).isEmpty();
        return formatted.text();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
