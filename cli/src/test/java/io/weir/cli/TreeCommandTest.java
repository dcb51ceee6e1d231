package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.samples.SampleFolders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"brute-force", "card-fraud", "cold-chain", "machine-temperature"})
    void tree_ofASample_isTheSampleAgain(String story) throws IOException {
        Path pack = SampleFolders.story(story).resolve("pack.weir");

        Ran there = Ran.weir("tree", pack.toString());
        Path json = Files.writeString(folder.resolve("pack.json"), there.out());
        Ran back = Ran.weir("tree", "--text", json.toString());

        assertThat(there.exitCode()).isEqualTo(ExitCode.GOOD);
        assertThat(back.exitCode()).isEqualTo(ExitCode.GOOD);
        Path text = Files.writeString(folder.resolve("pack.weir"), back.out());
        Files.copy(pack, folder.resolve("formatted.weir"));
        Ran.weir("fmt", folder.resolve("formatted.weir").toString());
        assertThat(text).hasSameTextualContentAs(folder.resolve("formatted.weir"));
    }

    @Test
    void tree_ofSeveralFiles_isAnArrayThatNamesThem() throws IOException {
        Path one = Files.writeString(folder.resolve("a.weir"), "list @a = []\n");
        Path two = Files.writeString(folder.resolve("b.weir"), "rates from fx\n");

        JsonNode trees = JSON.readTree(Ran.weir("tree", folder.toString()).out());

        assertThat(trees.findValuesAsText("file")).containsExactly(one.toString(), two.toString());
        assertThat(trees.at("/1/tree/declarations/0/table").asText()).isEqualTo("fx");
    }

    @Test
    void tree_withRanges_saysWhereEachNodeStands() throws IOException {
        Path file = Files.writeString(folder.resolve("a.weir"), "\nrates   from fx\n");

        JsonNode tree =
                JSON.readTree(Ran.weir("tree", "--ranges", file.toString()).out());

        assertThat(tree.at("/declarations/0/table/range/start/column").asInt()).isEqualTo(14);
        assertThat(tree.at("/declarations/0/range/start/line").asInt()).isEqualTo(2);
    }

    @Test
    void tree_ofAFileWithMistakes_showsThemAndNoTree() throws IOException {
        Path file = Files.writeString(folder.resolve("a.weir"), "list  @a=[ \"x\n");

        Ran ran = Ran.weir("tree", file.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(file + ":1:12: error E102");
    }

    @Test
    void text_ofATreeWithMistakes_saysWhereTheyAre() {
        Ran ran = withStdin("{\"declarations\": [{\"kind\": \"rats\", \"table\": \"fx\"}]}", "tree", "--text", "-");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .isEqualToIgnoringNewLines(
                        "stdin: /declarations/0/kind: 'rats' cannot stand here; did you mean 'rates'?");
    }

    @Test
    void text_ofSeveralFiles_isWrongUsage() {
        assertThat(Ran.weir("tree", "--text", "a", "b").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.weir("tree", "--text", folder.toString()).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.weir("tree", "--text", "--ranges", "-").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.weir("tree", folder.resolve("none.weir").toString()).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void dash_inBothWays_isFromStdinToStdout() {
        String json = withStdin("rates from fx # live\n", "tree", "-").out();

        assertThat(withStdin(json, "tree", "--text", "-").out()).isEqualTo("rates from fx  # live\n");
    }

    private static Ran withStdin(String text, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return Ran.weir(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
