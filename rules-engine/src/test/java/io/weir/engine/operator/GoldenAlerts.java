package io.weir.engine.operator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.contract.ControlRecord;
import io.weir.engine.publish.Publisher;
import io.weir.engine.state.Origin;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import io.weir.models.ModelPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The records that version 1 wrote for one pack and its events, kept as they were: a line with topic, key and headers, then the value
 * to the byte. They are read by tests for as long as there is a version 1; nothing writes them again.
 */
final class GoldenAlerts {

    static final Path FOLDER = Path.of("src/test/resources/alerts");

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Path RECORDS = FOLDER.resolve("v1.records");
    private static final Path MODEL = Path.of("../samples/card-fraud/model-v1");
    private static final long MODEL_FROM = Instant.parse("2026-03-01T10:05:00Z").toEpochMilli();
    private static final Origin PURCHASES = new Origin("acme", "Purchase", "purchases", 0);

    private GoldenAlerts() {}

    /** What stands in a record; numbers keep their digits. */
    record Golden(JsonNode context, String text) {

        JsonNode value() {
            return read(text);
        }

        RecordHeaders headers() {
            RecordHeaders headers = new RecordHeaders();
            context.path("headers")
                    .properties()
                    .forEach(header -> headers.add(
                            header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
            return headers;
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    static List<Golden> version1() throws IOException {
        List<Golden> records = new ArrayList<>();
        List<String> lines = Files.readAllLines(RECORDS);
        for (int i = 0; i < lines.size(); i += 2) {
            records.add(new Golden(read(lines.get(i)), lines.get(i + 1)));
        }
        return records;
    }

    /** What the engine of today writes for them. */
    static List<Golden> today() throws Exception {
        Publisher publisher = new Publisher("acme");
        List<ControlRecord> known =
                new ArrayList<>(publisher.released(publisher.draft(Files.readString(FOLDER.resolve("v1.weir"))), null));
        known.addAll(publisher.released(publisher.model("fraud", ModelPackage.ofDirectory(MODEL)), MODEL_FROM));
        try (Pipeline pipeline = Pipeline.start(known)) {
            int offset = 0;
            for (String event : Files.readAllLines(FOLDER.resolve("v1-events.jsonl"))) {
                pipeline.event(purchase(offset++, event));
            }
            pipeline.watermark(Long.MAX_VALUE - 1);
            return pipeline.out().stream().map(GoldenAlerts::golden).toList();
        }
    }

    private static RawEvent purchase(long offset, String event) {
        long time = Instant.parse(read(event).path("at").asText()).toEpochMilli();
        return RawEvent.of(PURCHASES, 0, offset, time, event.getBytes(StandardCharsets.UTF_8));
    }

    static Golden golden(OutRecord record) {
        ObjectNode context = EXACT.createObjectNode();
        context.put("topic", record.topic());
        context.put("key", new String(Objects.requireNonNull(record.key()), StandardCharsets.UTF_8));
        ObjectNode headers = context.putObject("headers");
        record.headers().forEach(header -> headers.put(header.name(), header.text()));
        return new Golden(context, new String(record.value(), StandardCharsets.UTF_8));
    }

    private static JsonNode read(String json) {
        try {
            return EXACT.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
