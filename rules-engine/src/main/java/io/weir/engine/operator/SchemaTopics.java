package io.weir.engine.operator;

import io.weir.engine.evaluate.Epoch;
import io.weir.engine.evaluate.EpochStream;
import io.weir.engine.evaluate.Row;
import io.weir.engine.evaluate.RowOrder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The topics behind schema ids, as epochs come to be known, and the order of rows that follows from them. The rows of an epoch that
 * is not known yet stop the evaluation before they are reached, so where they stand until then does not matter.
 */
final class SchemaTopics {

    private final Map<Integer, String> topics = new HashMap<>();
    private final boolean orderEvents;
    private RowOrder order;
    private @Nullable Epoch last;

    /** @param orderEvents whether the topic counts among events of one time, or the partition alone */
    SchemaTopics(boolean orderEvents) {
        this.orderEvents = orderEvents;
        this.order = newOrder();
    }

    private RowOrder newOrder() {
        return new RowOrder(schemaId -> orderEvents ? topic(schemaId) : "");
    }

    void learn(Epoch epoch) {
        if (epoch == last) {
            return;
        }
        last = epoch;
        for (EpochStream stream : epoch.streams()) {
            if (topics.putIfAbsent(stream.schemaId(), stream.schema().topic()) == null) {
                order = newOrder();
            }
        }
    }

    /** Empty where no known epoch has the schema. */
    String topic(int schemaId) {
        return topics.getOrDefault(schemaId, "");
    }

    int compare(Row left, Row right) {
        return order.compare(left, right);
    }
}
