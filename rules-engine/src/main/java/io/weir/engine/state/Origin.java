package io.weir.engine.state;

import java.util.List;

/**
 * Where events come from and what they are; many events share one.
 *
 * @param stream the stream's name
 * @param topic where there is no Kafka, whatever names the input: order and late events are told by it
 * @param latenessMillis how far an event's time may lie behind the highest of its partition
 * @param columns the header of a CSV file; empty: the lines hold the fields in the order of their declaration
 */
public record Origin(String tenant, String stream, String topic, long latenessMillis, List<String> columns) {
    public Origin {
        columns = List.copyOf(columns);
    }

    public Origin(String tenant, String stream, String topic, long latenessMillis) {
        this(tenant, stream, topic, latenessMillis, List.of());
    }
}
