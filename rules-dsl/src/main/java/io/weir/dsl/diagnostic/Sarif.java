package io.weir.dsl.diagnostic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Diagnostics as a SARIF 2.1.0 log, for code hosts and dashboards. */
public final class Sarif {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Sarif() {}

    /** The log of one run of a program of that version. */
    public static ObjectNode of(List<Diagnostic> diagnostics, String version) {
        List<Code> codes =
                diagnostics.stream().map(Diagnostic::code).distinct().sorted().toList();
        ObjectNode run = NODES.objectNode();
        run.putObject("tool").set("driver", driver(codes, version));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        diagnostics.forEach(diagnostic -> results.add(result(diagnostic, codes.indexOf(diagnostic.code()))));
        ObjectNode log = NODES.objectNode()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        log.putArray("runs").add(run);
        return log;
    }

    private static ObjectNode driver(List<Code> codes, String version) {
        ObjectNode driver = NODES.objectNode().put("name", "weir").put("version", version);
        ArrayNode rules = driver.putArray("rules");
        codes.forEach(code -> rules.add(rule(code)));
        return driver;
    }

    private static ObjectNode rule(Code code) {
        ObjectNode rule = NODES.objectNode().put("id", code.id()).put("name", code.name());
        rule.set("shortDescription", text(code.sentence()));
        rule.set("help", text("docs/diagnostics/" + code.id() + ".md"));
        rule.putObject("defaultConfiguration").put("level", code.level().text());
        return rule;
    }

    private static ObjectNode result(Diagnostic diagnostic, int ruleIndex) {
        String help = diagnostic.help();
        ObjectNode result = NODES.objectNode()
                .put("ruleId", diagnostic.code().id())
                .put("ruleIndex", ruleIndex)
                .put("level", diagnostic.level().text());
        result.set("message", text(help == null ? diagnostic.message() : diagnostic.message() + "; " + help));
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.set("artifactLocation", file(diagnostic.place()));
        place.set("region", region(diagnostic.place()));
        if (!diagnostic.fixes().isEmpty()) {
            ArrayNode fixes = result.putArray("fixes");
            diagnostic.fixes().forEach(fix -> fixes.add(fix(fix)));
        }
        return result;
    }

    private static ObjectNode fix(Fix fix) {
        ObjectNode node = NODES.objectNode();
        node.set("description", text(fix.title()));
        ObjectNode change = node.putArray("artifactChanges").addObject();
        change.set("artifactLocation", file(fix.place()));
        ObjectNode replacement = change.putArray("replacements").addObject();
        replacement.set("deletedRegion", region(fix.place()));
        replacement.set("insertedContent", text(fix.replacement()));
        return node;
    }

    private static ObjectNode file(Place place) {
        return NODES.objectNode().put("uri", uri(place.file().replace('\\', '/')));
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            return path;
        }
    }

    // Lines and columns from 1, columns in UTF-16 units, the end excluded.
    private static ObjectNode region(Place place) {
        Position from = place.from();
        Position to = place.to();
        return NODES.objectNode()
                .put("startLine", from.line())
                .put("startColumn", from.unit() + 1)
                .put("endLine", to.line())
                .put("endColumn", to.unit() + 1)
                .put("charOffset", from.offset())
                .put("charLength", to.offset() - from.offset());
    }

    private static ObjectNode text(String text) {
        return NODES.objectNode().put("text", text);
    }
}
