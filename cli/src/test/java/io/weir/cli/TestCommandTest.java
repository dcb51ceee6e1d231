package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.samples.SampleFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class TestCommandTest {

    private static final String RULES = """
            event Login { userId: text, outcome: text, at: timestamp } time at

            rule "Failed-login burst"
              severity high
              on Login by userId
              when more than 10 Login where outcome is "failed" within 5 minutes
              then alert "{userId}: {count} failures" at most once per 30 minutes

            rule "Every <failure> & \\"more\\""
              on Login by userId
              when outcome is "failed"
              then alert "{userId}"
            """;

    private static final String ELEVENTH = """
            test "eleventh failure" for "Failed-login burst"
              given 00:00:00 Login { userId: "u", outcome: "failed" } x 11 every 10 seconds
              expect alert at 00:01:40
            """;

    private static final String TWELFTH = """
            test "twelfth failure" for "Failed-login burst"
              given 00:00:00 Login { userId: "u", outcome: "failed" } x 11 every 10 seconds
              expect alert high "u: 12 failures" at 00:01:50
            """;

    @TempDir
    Path folder;

    @Test
    void samples_tested_areGreen() {
        Ran ran = Ran.weir("test", SampleFolders.root().toString());

        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).containsPattern("\\d+ passed, 0 failed, 0 not evaluated in \\d+\\.\\d s");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void samples_laidOut_areAsTheyAre() {
        assertThat(Ran.weir("fmt", "--check", SampleFolders.root().toString()).exitCode())
                .isEqualTo(ExitCode.GOOD);
    }

    @Test
    void failure_reported_hasItsDifferenceAndItsTimeline() throws IOException {
        Path pack = pack(ELEVENTH + TWELFTH);

        Ran ran = Ran.weir("test", pack.toString());

        assertThat(ran.out().replace(pack.toString(), "PACK")).isEqualTo("""
                FAILED "twelfth failure" for "Failed-login burst"  PACK:17:6
                  + alert high "u: 11 failures" at 00:01:40  # count 11
                  - alert high "u: 12 failures" at 00:01:50
                  Login   1....1....1.....1....1.....1....1.....1....1.....1....1......
                  alerts                                                        +     -
                          00:00:00                                             00:01:50
                """);
        assertThat(ran.err()).containsPattern("^1 passed, 1 failed, 0 not evaluated in \\d+\\.\\d s\\R$");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    }

    @Test
    void fiveHundredAlerts_reported_areFewLinesAndNoLackingOneIsHidden() throws IOException {
        Ran ran = Ran.weir("test", pack("""
                test "many" for "Every <failure> & \\"more\\""
                  given 00:00:00 Login { userId: "u", outcome: "failed" } x 500 every 10 seconds
                  expect alert at 00:00:00
                  expect alert "v" at 01:23:10
                """).toString());

        assertThat(ran.out().lines().toList()).hasSizeLessThan(60);
        assertThat(ran.out())
                .contains("  - alert \"v\" at 01:23:10\n", "… 479 more not expected", "… 1 more as expected")
                .containsPattern("  Login   [89]{60}1\n");
    }

    @Test
    void only_namedRule_runsItsTestsAlone() throws IOException {
        String pack = pack(ELEVENTH + TWELFTH + """
                test "none" for "Every <failure> & \\"more\\"" given 00:00:00 Login { userId: "u", outcome: "ok" } expect no alert
                """).toString();

        Ran ran = Ran.weir("test", pack, "--only", "Every <failure> & \"more\"");

        assertThat(ran.err()).startsWith("1 passed, 0 failed");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void only_ruleThatIsNotThere_isWrongUsageWithANearName() throws IOException {
        Ran ran = Ran.weir("test", pack(ELEVENTH).toString(), "--only", "Failed login burst");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("there is no rule 'Failed login burst'; did you mean 'Failed-login burst'?");
    }

    @Test
    void packWithoutTests_isSaidClearly() throws IOException {
        Path pack = pack("");

        Ran ran = Ran.weir("test", pack.toString());

        assertThat(ran.err()).isEqualToIgnoringNewLines("no tests in " + pack);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void packWithMistakes_runsNothing() throws IOException {
        Ran ran = Ran.weir(
                "test",
                pack(ELEVENTH + "test \"x\" for \"Failed\" given 00:00:00 Logn {} expect alert")
                        .toString());

        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("E258", "E201", "the rules have mistakes; nothing was run");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.PROBLEMS);
    }

    @Test
    void json_asked_isAnArrayOfOutcomes() throws IOException {
        Ran ran = Ran.weir("test", "--json", pack(ELEVENTH + TWELFTH).toString());

        JsonNode outcomes = new ObjectMapper().readTree(ran.out());
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(0).get("verdict").asText()).isEqualTo("passed");
        assertThat(outcomes.get(0)
                        .get("lines")
                        .get(0)
                        .get("happened")
                        .get("text")
                        .asText())
                .isEqualTo("u: 11 failures");
        assertThat(outcomes.get(1).get("lines").get(1).get("expected").asText())
                .isEqualTo("alert high \"u: 12 failures\" at 00:01:50");
        assertThat(outcomes.get(1).get("line").asInt()).isEqualTo(17);
    }

    @Test
    void junit_written_isWhatCiSystemsRead() throws Exception {
        Path file = folder.resolve("reports/weir.xml");

        Ran.weir(
                "test",
                "--junit",
                file.toString(),
                pack(ELEVENTH + TWELFTH + """
                test "<&>\u0001" for "Every <failure> & \\"more\\""
                  given 00:00:00 Login { userId: "<u>\\n]]>", outcome: "failed" } x 2
                  expect alert "<u>"
                """).toString());

        StreamSource shape = new StreamSource(TestCommandTest.class.getResourceAsStream("/junit.xsd"));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(shape)
                .newValidator()
                .validate(new StreamSource(file.toFile()));
        Document read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        Element all = read.getDocumentElement();
        assertThat(all.getAttribute("tests")).isEqualTo("3");
        assertThat(all.getAttribute("failures")).isEqualTo("2");
        Element strange = (Element) read.getElementsByTagName("testcase").item(0);
        assertThat(strange.getAttribute("name")).isEqualTo("<&>\uFFFD");
        assertThat(strange.getAttribute("classname")).isEqualTo("Every <failure> & \"more\"");
        assertThat(strange.getTextContent()).contains("+ alert medium \"<u>\\n]]>\" at 00:00:00");
    }

    @Test
    void colours_onATerminal_markWhatIsLackingAndWhatIsNotExpected() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console =
                new Console(Console.writer(out), Console.writer(new ByteArrayOutputStream()), true, true, true);

        Weir.run(console, "test", pack(TWELFTH).toString());

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\u001b[31m- alert high", "\u001b[32m+ alert high");
    }

    @Test
    void help_asked_hasAnExample() {
        assertThat(Ran.weir("test", "--help").out()).contains("weir test rules/ --junit", "expect alert");
        assertThat(Ran.weir("completion").out()).contains("_picocli_weir_test");
    }

    private Path pack(String tests) throws IOException {
        return Files.writeString(folder.resolve("pack.weir"), RULES + "\n" + tests);
    }
}
