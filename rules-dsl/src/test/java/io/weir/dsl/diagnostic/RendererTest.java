package io.weir.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RendererTest {

    private static final String TEXT = "rule \"x\"\n  on Payment\n\n  when contry is \"FR\"\n";

    @Test
    void diagnostic_rendered_pointsAtItsWords() {
        assertThat(Renderer.plain().render(unknownField(TEXT))).isEqualTo("""
                pay.weir:4:8: error E203: Payment has no field 'contry'
                  4 |   when contry is "FR"
                    |        ^^^^^^
                  help: did you mean 'country' (text)?
                """);
    }

    @Test
    void diagnostic_renderedInColour_saysTheSame() {
        String coloured = Renderer.coloured().render(unknownField(TEXT));

        assertThat(coloured).contains("\u001b[31merror E203\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(Renderer.plain().render(unknownField(TEXT)));
    }

    @Test
    void diagnostic_behindTabsAndWideCharacters_keepsTheCaretInPlace() {
        String rendered = Renderer.plain().render(unknownField("\t\uD83D\uDE00 contry\r\n"));

        assertThat(rendered).startsWith("pay.weir:1:4: ").contains("  1 | \t\uD83D\uDE00 contry\n    | \t  ^^^^^^\n");
    }

    @Test
    void diagnostic_onAVeryLongLine_showsTheWordsAround() {
        String rendered = Renderer.plain().render(unknownField(" x".repeat(5_000) + " contry" + " y".repeat(5_000)));

        assertThat(rendered.lines()).allMatch(line -> line.length() < 200);
        assertThat(rendered).contains("contry").contains("^^^^^^");
    }

    @Test
    void diagnostic_asJson_hasPlacesForPeopleAndEditors() {
        String json = DiagnosticJson.of(unknownField("\uD83D\uDE00\n\uD83D\uDE00 contry"))
                .toString();

        assertThat(json)
                .isEqualTo("{\"code\":\"E203\",\"severity\":\"error\","
                        + "\"message\":\"Payment has no field 'contry'\",\"file\":\"pay.weir\","
                        + "\"range\":{\"start\":{\"line\":2,\"column\":3,\"character\":3,\"offset\":6},"
                        + "\"end\":{\"line\":2,\"column\":9,\"character\":9,\"offset\":12}},"
                        + "\"help\":\"did you mean 'country' (text)?\","
                        + "\"fixes\":[{\"title\":\"Change to 'country'\",\"file\":\"pay.weir\","
                        + "\"range\":{\"start\":{\"line\":2,\"column\":3,\"character\":3,\"offset\":6},"
                        + "\"end\":{\"line\":2,\"column\":9,\"character\":9,\"offset\":12}},"
                        + "\"replacement\":\"country\"}]}");
    }

    @Test
    void diagnostic_asSarif_hasItsCodePlaceAndFix() {
        JsonNode log = Sarif.of(List.of(unknownField("\uD83D\uDE00\n\uD83D\uDE00 contry")), "1.2");
        JsonNode run = log.at("/runs/0");
        JsonNode result = run.at("/results/0");

        assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
        assertThat(run.at("/tool/driver/rules/0/id").asText()).isEqualTo("E203");
        assertThat(run.at("/tool/driver/rules/0/shortDescription/text").asText())
                .isEqualTo("… has no field '…'");
        assertThat(result.at("/ruleId").asText()).isEqualTo("E203");
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText())
                .isEqualTo("Payment has no field 'contry'; did you mean 'country' (text)?");
        assertThat(result.at("/locations/0/physicalLocation").toString())
                .isEqualTo("{\"artifactLocation\":{\"uri\":\"pay.weir\"},\"region\":{\"startLine\":2,\"startColumn\":4,"
                        + "\"endLine\":2,\"endColumn\":10,\"charOffset\":6,\"charLength\":6}}");
        assertThat(result.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
                        .asText())
                .isEqualTo("country");
    }

    private static Diagnostic unknownField(String text) {
        Problems problems = new Problems("pay.weir", text);
        int start = text.indexOf("contry");
        Span span = new Span(start, start + "contry".length());
        problems.report(Code.UNKNOWN_FIELD, span, "Payment", "contry").suggest("country", span, " (text)");
        return problems.diagnostics().get(0);
    }
}
