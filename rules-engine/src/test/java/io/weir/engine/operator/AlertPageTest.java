package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlRecord;
import io.weir.engine.contract.AlertPage;
import io.weir.engine.publish.Publisher;
import io.weir.engine.state.Origin;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The records that docs/alerts.md shows are those that the engine writes. */
class AlertPageTest {

    private static final Origin LOGINS = new Origin("acme", "Login", "logins", 200);
    private static final long NINE = Instant.parse("2026-01-05T09:00:00Z").toEpochMilli();

    private final List<ControlRecord> known;

    AlertPageTest() {
        Publisher publisher = new Publisher("acme");
        known = publisher.released(publisher.draft(AlertPage.block("weir")), null);
    }

    @Test
    void example_isWhatTheRuleWrites() throws Exception {
        try (Pipeline pipeline = Pipeline.start(known)) {
            for (int i = 0; i < 11; i++) {
                pipeline.event(failure(i, NINE + i * 20_000L));
            }
            pipeline.watermark(NINE + 600_000);

            assertThat(pipeline.out()).hasSize(1);
            OutRecord record = pipeline.out().get(0);
            String context = context(record);
            String json = ContractJson.read(record.value(), JsonNode.class).toPrettyString() + "\n";
            assertThat(AlertPage.blockOf("text record", context)).isEqualTo(context);
            assertThat(AlertPage.blockOf("json record", json)).isEqualTo(json);
        }
    }

    @Test
    void deadLetter_isWhatBecomesOfAnUnreadableEvent() throws Exception {
        try (Pipeline pipeline = Pipeline.start(known)) {
            byte[] value =
                    "{\"outcome\": \"failed\", \"at\": \"2026-01-05T09:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
            pipeline.event(RawEvent.of(LOGINS, 1, 4711, NINE, value));
            pipeline.watermark(NINE + 1_000);

            assertThat(pipeline.out()).hasSize(1);
            OutRecord record = pipeline.out().get(0);
            String shown = context(record) + "value    " + new String(record.value(), StandardCharsets.UTF_8) + "\n";
            assertThat(AlertPage.blockOf("text dead letter", shown)).isEqualTo(shown);
        }
    }

    private static RawEvent failure(int i, long at) {
        String json = """
                {"userId":"fay","outcome":"failed","address":"203.0.113.7","at":%d}""".formatted(at);
        return RawEvent.of(LOGINS, 3, 1000 + i, at, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String context(OutRecord record) {
        StringBuilder text = new StringBuilder("topic    " + record.topic() + "\n");
        if (record.key() != null) {
            text.append("key      ")
                    .append(new String(record.key(), StandardCharsets.UTF_8))
                    .append("\n");
        }
        String margin = "headers  ";
        for (OutRecord.Header header : record.headers()) {
            text.append(margin)
                    .append(header.name())
                    .append(": ")
                    .append(header.text())
                    .append("\n");
            margin = " ".repeat(margin.length());
        }
        return text.toString();
    }
}
