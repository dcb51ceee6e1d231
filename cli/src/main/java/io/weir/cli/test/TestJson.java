package io.weir.cli.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.contract.AlertJson;
import io.weir.engine.evaluate.Outcome;
import io.weir.engine.evaluate.RaisedAlert;
import io.weir.engine.evaluate.SentEvent;
import io.weir.engine.evaluate.TestOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Outcomes for tools. */
final class TestJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TestJson() {}

    static JsonNode of(List<Tested> tested) {
        ArrayNode all = MAPPER.createArrayNode();
        tested.forEach(one -> all.add(of(one)));
        return all;
    }

    private static ObjectNode of(Tested one) {
        TestOutcome outcome = one.outcome();
        ObjectNode json = MAPPER.createObjectNode()
                .put("test", one.test())
                .put("rule", one.rule())
                .put(
                        "verdict",
                        outcome.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("reason", outcome.reason())
                .put("seconds", one.seconds());
        if (one.place() != null) {
            json.put("file", one.place().file()).put("line", one.place().from().line());
        }
        ArrayNode lines = json.putArray("lines");
        outcome.lines().forEach(line -> lines.add(of(line)));
        return json.put("heldBack", outcome.heldBack()).put("keyless", outcome.keyless());
    }

    private static ObjectNode of(TestOutcome.Line line) {
        ObjectNode json =
                MAPPER.createObjectNode().put("expected", line.expected() == null ? null : Wording.of(line.expected()));
        Outcome happened = line.happened();
        try {
            return json.set("happened", happened == null ? null : of(happened));
        } catch (IOException e) {
            throw new UncheckedIOException("An outcome's own JSON cannot be read (DEVELOPER)", e);
        }
    }

    private static JsonNode of(Outcome happened) throws IOException {
        if (happened instanceof RaisedAlert raised) {
            return MAPPER.readTree(AlertJson.write(raised.alert()));
        }
        SentEvent sent = (SentEvent) happened;
        ObjectNode json = MAPPER.createObjectNode()
                .put(sent.name() == null ? "route" : "emit", sent.name() == null ? sent.topic() : sent.name())
                .put("topic", sent.topic())
                .put("time", AlertJson.time(sent.time()));
        return sent.name() == null ? json : json.set("event", MAPPER.readTree(sent.json()));
    }
}
