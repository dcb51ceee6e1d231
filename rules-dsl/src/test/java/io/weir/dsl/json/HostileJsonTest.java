package io.weir.dsl.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.RuleFormatter;
import io.weir.dsl.RuleTree;
import io.weir.dsl.Source;
import io.weir.dsl.grammar.RandomPack;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON from anybody: a clear word on what is wrong and where, never an exception, never a text that says something else. */
class HostileJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{\"declarations\": [{\"kind\": \"rull\"}]} | /declarations/0/kind: 'rull' cannot stand here; did you mean 'rule'?",
                "{\"declarations\": [{\"kind\": 3}]} | /declarations/0: 'kind' must say what it is: 'event', 'list', 'table', 'rates',"
                        + " 'feature', 'model', 'prompt', 'rule' or another",
                "{\"declarations\": [7]} | /declarations/0: expected an object that is 'event', 'list', 'table', 'rates', 'feature',"
                        + " 'model', 'prompt', 'rule' or another",
                "{\"declarations\": {}} | /declarations: expected an array",
                "{\"declaration\": []} | /declaration: 'file' has no 'declaration'; did you mean 'declarations'?",
                "[] | expected an object that is 'file'",
                "{\"declarations\": [{\"kind\": \"rates\"}]} | /declarations/0: 'rates' needs 'table'",
                "{\"declarations\": [{\"kind\": \"rates\", \"table\": 1}]} | /declarations/0/table: expected a name: no back-quotes, no"
                        + " line breaks, not empty",
                "{\"declarations\": [{\"kind\": \"rates\", \"table\": \"a`b\"}]} | /declarations/0/table: expected a name: no back-quotes,"
                        + " no line breaks, not empty",
                "{\"declarations\": [{\"kind\": \"rates\", \"table\": \"\"}]} | /declarations/0/table: expected a name: no back-quotes, no"
                        + " line breaks, not empty",
                "{\"declarations\": [{\"kind\": \"rates\", \"table\": \"t\", \"a/b~\": 1}]} | /declarations/0/a~1b~0: 'rates' has no"
                        + " 'a/b~'",
                "{\"declarations\": [{\"kind\": \"rates\", \"table\": \"t\", \"comments\": {\"above\": [\"rule\"]}}]} |"
                        + " /declarations/0/comments/above/0: expected a line that begins with '#', or an empty one",
                "{\"declarations\": [{\"kind\": \"rates\", \"table\": \"t\", \"comments\": {\"beside\": []}}]} |"
                        + " /declarations/0/comments/beside: a comment of 'rates' cannot stand there",
                "{\"comments\": {\"behind\": [\"# x\"]}} | /comments/behind: a comment of 'file' cannot stand there",
                "{\"declarations\": [{\"kind\": \"list\", \"name\": \"l\"}]} | /declarations/0/name: E106: expected '=', found the end of"
                        + " the file",
                "{\"declarations\": [{\"kind\": \"list\", \"name\": \"l\", \"entries\": {\"entries\": [{\"kind\": \"negation\","
                        + " \"operand\": {\"kind\": \"text\", \"value\": \"x\"}}]}}]} | /declarations/0/entries/entries/0/operand: E106:"
                        + " expected a number, found a text"
            })
    void mistake_anywhere_isNamedWithItsPlace(String json, String problem) {
        TreeJson.Text text = TreeJson.text(json);

        assertThat(text.text()).isNull();
        assertThat(text.problems()).extracting(TreeProblem::toString).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nul",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "[1,]",
                "\"\\ud800\"",
                "{\"declarations\":[NaN]}",
                "\u0000"
            })
    void text_thatIsNoJson_isAProblem(String json) {
        assertThat(TreeJson.text(json).problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "-1",
                "\"-1\"",
                "\"1e3\"",
                "\"1__0\"",
                "\"\"",
                "1e35",
                "\" 1\"",
                "true"
            })
    void number_thatIsNone_isAProblem(String number) {
        TreeJson.Text text = TreeJson.text(
                "{\"declarations\": [{\"kind\": \"list\", \"name\": \"l\", \"entries\": {\"entries\": [{\"kind\": \"number\","
                        + " \"value\": " + number + "}]}}]}");

        assertThat(text.problems())
                .extracting(TreeProblem::toString)
                .containsExactly(
                        "/declarations/0/entries/entries/0: expected a number as a rule writes it, such as \"1_000\" or"
                                + " \"2.5\"");
    }

    @Test
    void size_pastTheLimits_isAProblem() {
        assertThat(TreeJson.text("[".repeat(2_000)).problems().get(0).message()).contains("too deep or too large");
        assertThat(TreeJson.text("[" + "1,".repeat(1_000_000) + "1]")
                        .problems()
                        .get(0)
                        .message())
                .contains("too deep or too large");
        assertThat(TreeJson.text(" ".repeat(9_000_000)).problems().get(0).message())
                .contains("larger than 8 million");
        assertThat(TreeJson.text("[1" + "0".repeat(200) + "]").problems().get(0).message())
                .contains("too deep or too large");
    }

    @Test
    void mistakes_withoutEnd_areCutOff() {
        String json = "{\"declarations\": [" + "1,".repeat(50_000) + "1]}";

        assertThat(TreeJson.text(json).problems()).hasSize(100);
    }

    @Test
    void nesting_pastTheLanguages_isSaidAtItsPlace() {
        String condition = "{\"kind\": \"not\", \"operand\": ".repeat(200) + "{\"kind\": \"bool\", \"value\": true}"
                + "}".repeat(200);
        String json =
                "{\"declarations\": [{\"kind\": \"rule\", \"name\": \"r\", \"on\": [{\"event\": \"E\"}], \"body\": {\"kind\":"
                        + " \"when\", \"condition\": " + condition
                        + ", \"then\": [{\"kind\": \"alert\", \"text\": \"x\"}]}}]}";

        assertThat(TreeJson.text(json).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("E402");
            assertThat(problem.pointer()).startsWith("/declarations/0/body/condition/operand/operand");
        });
    }

    @Test
    void deepestFile_thereAndBack_isTheSame() {
        String chain = "a" + " + a".repeat(499);
        String deep = "rule \"r\"\n  on E\n  when " + "(not a > ".repeat(31) + chain + ")".repeat(31)
                + "\n  then alert \"x\"\n";
        String formatted = RuleFormatter.format(new Source("a", deep)).text();
        JsonNode json = RuleTree.of(new Source("a", deep)).json();

        assertThat(json).isNotNull();
        assertThat(TreeJson.text(json.toString()).text()).isEqualTo(formatted);
    }

    @Test
    void largestFile_thereAndBack_isTheSame() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; text.length() < 199_000; number++) {
            text.append("rule \"")
                    .append(number)
                    .append("\"\n  on E by k\n")
                    .append("  when a > 1_000 EUR and b is \"x\" or count of E over the last 5 minutes > 3\n")
                    .append("  then alert \"{k}\"\n\n");
        }
        RuleTree tree = RuleTree.of(new Source("a", text.toString()));

        assertThat(TreeJson.text(tree.json().toPrettyString()).text() + "\n").isEqualTo(text.toString());
    }

    @Test
    void tree_changedAtRandom_isRefusedOrReadsBackAsItself() throws Exception {
        Random random = new Random(7);
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> scraps = new ArrayList<>();
        int good = 0;
        for (long seed = 0; seed < 400; seed++) {
            RuleTree tree = RuleTree.of(new Source("a", RandomPack.text(seed, true)));
            assertThat(tree.diagnostics()).isEmpty();
            JsonNode json = mapper.readTree(tree.json().toString());
            collect(json, scraps, random);
            change(json, scraps, random);
            TreeJson.Text text = TreeJson.text(json.toString());
            if (text.text() != null) {
                good++;
                JsonNode again = RuleTree.of(new Source("a", text.text())).json();
                assertThat(again).as("seed %s: %s", seed, json).isNotNull();
                assertThat(TreeJson.text(again.toString()).problems())
                        .as("seed %s", seed)
                        .isEmpty();
            } else {
                assertThat(text.problems())
                        .as("seed %s", seed)
                        .isNotEmpty()
                        .allSatisfy(problem -> assertThat(problem.pointer().isEmpty()
                                        || !json.at(problem.pointer()).isMissingNode()
                                        || !json.at(problem.pointer()
                                                        .substring(
                                                                0,
                                                                problem.pointer()
                                                                        .lastIndexOf('/')))
                                                .isMissingNode())
                                .as("%s in %s", problem, json)
                                .isTrue());
            }
        }
        assertThat(good).isBetween(20, 380);
    }

    private static void collect(JsonNode json, List<JsonNode> scraps, Random random) {
        if (random.nextInt(10) == 0) {
            scraps.add(json.deepCopy());
        }
        json.forEach(each -> collect(each, scraps, random));
    }

    // Puts a piece of some tree in place of another, somewhere.
    private static void change(JsonNode json, List<JsonNode> scraps, Random random) {
        JsonNode scrap = random.nextInt(4) == 0
                ? JsonNodeFactory.instance.textNode("\"} x\n`when")
                : scraps.get(random.nextInt(scraps.size()));
        if (json instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            if (random.nextInt(4) == 0) {
                array.set(at, scrap);
            } else {
                change(array.get(at), scraps, random);
            }
        } else if (json instanceof ObjectNode object && !object.isEmpty()) {
            Iterator<String> names = object.fieldNames();
            String name = names.next();
            for (int skipped = random.nextInt(object.size()); skipped > 0; skipped--) {
                name = names.next();
            }
            if (random.nextInt(4) == 0) {
                object.set(name, scrap);
            } else {
                change(object.get(name), scraps, random);
            }
        }
    }
}
