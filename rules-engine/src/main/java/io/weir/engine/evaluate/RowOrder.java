package io.weir.engine.evaluate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The order in which events are evaluated: event time, then topic, partition, offset. */
public final class RowOrder implements Comparator<Row> {

    private final IntFunction<String> topics;
    private final Map<Integer, String> known = new HashMap<>();

    /** @param topics the topic of a schema id's stream */
    public RowOrder(IntFunction<String> topics) {
        this.topics = topics;
    }

    @Override
    public int compare(Row left, Row right) {
        int byTime = Long.compare(left.time(), right.time());
        if (byTime != 0) {
            return byTime;
        }
        int byTopic = left.schemaId() == right.schemaId() ? 0 : topic(left).compareTo(topic(right));
        if (byTopic != 0) {
            return byTopic;
        }
        int byPartition = Integer.compare(left.partition(), right.partition());
        return byPartition != 0 ? byPartition : Long.compare(left.offset(), right.offset());
    }

    private String topic(Row row) {
        return known.computeIfAbsent(row.schemaId(), topics::apply);
    }
}
