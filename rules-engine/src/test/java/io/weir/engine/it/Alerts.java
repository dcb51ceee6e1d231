package io.weir.engine.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.dsl.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Alerts as consumers see them. */
final class Alerts {

    private Alerts() {}

    static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
        try {
            return ContractJson.MAPPER.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> json(record).path("text").asText())
                .toList();
    }
}
