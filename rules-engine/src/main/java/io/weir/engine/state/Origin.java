package io.weir.engine.state;

import java.util.List;

/**
 * Where events come from and what they are; many events share one.
 *
 * @param stream the stream's name
 * @param topic where there is no Kafka, whatever names the input: order and late events are told by it
 * @param latenessMillis how far an event's time may lie behind the highest of its partition
 * @param columns the header of a CSV file; empty: the lines hold the fields in the order of their declaration
 * @param backfill of an event of the past, the one that brought it; see {@link io.weir.dsl.contract.Change#backfill}. 0 for none
 */
public record Origin(
        String tenant, String stream, String topic, long latenessMillis, List<String> columns, long backfill) {

    public Origin {
        columns = List.copyOf(columns);
    }

    public Origin(String tenant, String stream, String topic, long latenessMillis) {
        this(tenant, stream, topic, latenessMillis, List.of());
    }

    public Origin(String tenant, String stream, String topic, long latenessMillis, List<String> columns) {
        this(tenant, stream, topic, latenessMillis, columns, 0);
    }

    /** Of an event of the past. */
    public static Origin ofBackfill(String tenant, long backfill, String stream, String topic) {
        return new Origin(tenant, stream, topic, 0, List.of(), backfill);
    }

    /** Of what stands behind a backfill's last event. */
    public static Origin ofBackfillsEnd(String tenant, long backfill) {
        return ofBackfill(tenant, backfill, "", "");
    }

    public boolean isBackfillsEnd() {
        return backfill > 0 && stream.isEmpty();
    }
}
