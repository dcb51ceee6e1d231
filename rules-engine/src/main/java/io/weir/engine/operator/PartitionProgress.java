package io.weir.engine.operator;

import io.weir.engine.state.Origin;
import io.weir.engine.state.RawEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * How far each partition has come: an event is late when its time lies before the highest time of its partition less the lateness
 * that its stream allows. That depends on the partition's own order alone, so a replay judges the same.
 */
final class PartitionProgress {

    private final Map<Partition, Long> progress = new HashMap<>();

    /** A partition of an input. */
    record Partition(String topic, int number) {}

    /** Judges the event, then counts it. */
    boolean isLate(RawEvent event) {
        Partition partition = new Partition(event.origin().topic(), event.partition());
        Long reached = progress.get(partition);
        if (reached == null || event.progress() > reached) {
            progress.put(partition, event.progress());
        }
        return reached != null && event.time() < reached;
    }

    void restore(String topic, int partition, long reached) {
        progress.merge(new Partition(topic, partition), reached, Math::max);
    }

    Map<Partition, Long> asMap() {
        return progress;
    }

    /** Why the event was called late, for whoever reads the late topic. */
    static String reason(RawEvent event) {
        Origin origin = event.origin();
        return "later than the " + origin.latenessMillis() + " ms that stream " + origin.stream() + " allows";
    }
}
