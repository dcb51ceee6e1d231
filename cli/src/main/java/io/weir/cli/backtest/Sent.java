package io.weir.cli.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.SentEventHeaders;
import io.weir.dsl.contract.Topics;
import io.weir.engine.state.OutRecord;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What rules send beside alerts: events that they make or pass on, and questions for language models. */
record Sent(String time, String topic, String rule, String key, String event) {

    static final Comparator<Sent> ORDER = Comparator.comparing(Sent::time)
            .thenComparing(Sent::topic)
            .thenComparing(Sent::rule)
            .thenComparing(Sent::key)
            .thenComparing(Sent::json);

    /** Null where the record is something else. */
    static @Nullable Sent of(OutRecord record, Topics topics) {
        String rule = record.header(SentEventHeaders.RULE);
        if (rule != null) {
            return new Sent(
                    String.valueOf(record.header(SentEventHeaders.TIME)),
                    record.topic(),
                    rule,
                    key(record),
                    event(record.value()));
        }
        return record.topic().equals(topics.enrichRequests()) ? question(record) : null;
    }

    private static Sent question(OutRecord record) {
        JsonNode request = ContractJson.read(record.value(), JsonNode.class);
        JsonNode alert = request.path("alert");
        return new Sent(
                alert.path("time").asText(),
                record.topic(),
                alert.path("rule").asText(),
                key(record),
                request.toString());
    }

    private static String key(OutRecord record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** As JSON, every digit kept; an event that is passed on may be a line of CSV. */
    private static String event(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            if (ContractJson.MAPPER.readTree(text).isObject()) {
                return text;
            }
        } catch (JsonProcessingException notJson) {
            // Quoted below.
        }
        return quoted(text);
    }

    String json() {
        return "{\"time\":" + quoted(time) + ",\"topic\":" + quoted(topic) + ",\"rule\":" + quoted(rule) + ",\"event\":"
                + event + "}";
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
