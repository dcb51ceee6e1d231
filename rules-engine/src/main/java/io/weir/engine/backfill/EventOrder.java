package io.weir.engine.backfill;

import io.weir.dsl.contract.BackfillRecord.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts the events of several partitions into one order. Each partition is read in its own; an event that is late there is left out, by
 * the rule of the running job: its time lies before the highest of its partition less the lateness that its stream allows. So a
 * partition that has come so far brings nothing older any more.
 */
final class EventOrder {

    private final Map<TopicPartition, Long> progress = new HashMap<>();
    private final PriorityQueue<SourceEvent> waiting =
            new PriorityQueue<>((left, right) -> SourceEvent.ORDER.compare(left.place(), right.place()));
    private final long from;
    private final long before;

    /** @param from events from that time on, and before another one, are handed over */
    EventOrder(Set<TopicPartition> partitions, long from, long before) {
        this.from = from;
        this.before = before;
        partitions.forEach(partition -> progress.put(partition, Long.MIN_VALUE));
    }

    /**
     * Takes a partition's next event.
     *
     * @param isCopied false for one that only tells how far the partition has come
     */
    void add(TopicPartition partition, SourceEvent event, long latenessMillis, boolean isCopied) {
        Place place = event.place();
        long reached = progress.getOrDefault(partition, Long.MIN_VALUE);
        if (place.time() - latenessMillis > reached) {
            progress.put(partition, place.time() - latenessMillis);
        }
        boolean late = reached != Long.MIN_VALUE && place.time() < reached;
        if (isCopied && !late && place.time() >= from && place.time() < before) {
            waiting.add(event);
        }
    }

    /** The partition has no more events. */
    void ended(TopicPartition partition) {
        progress.put(partition, Long.MAX_VALUE);
    }

    /** Hands over what nothing older can come behind. */
    void drain(Consumer<SourceEvent> next) {
        long safe = lowest();
        while (!waiting.isEmpty() && (waiting.element().place().time() < safe || safe == Long.MAX_VALUE)) {
            next.accept(waiting.remove());
        }
    }

    private long lowest() {
        return progress.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    /** Those that hold up the others. */
    Set<TopicPartition> behind() {
        long lowest = lowest();
        return progress.entrySet().stream()
                .filter(entry -> entry.getValue() == lowest && lowest != Long.MAX_VALUE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    int waiting() {
        return waiting.size();
    }
}
