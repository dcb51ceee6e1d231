package io.weir.samples.notifier;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far the alerts may be committed. They are settled out of order, but Kafka knows one offset a partition: the lowest that is not
 * settled yet, and what stands behind it is read again after a crash.
 */
final class Offsets {

    /** Where a record stands. */
    record Origin(int partition, long offset) {}

    private static final class Partition {
        final TreeSet<Long> open = new TreeSet<>();
        long next;
    }

    private final Map<Integer, Partition> partitions = new HashMap<>();

    /** @param next the offset that is read first */
    void start(int partition, long next) {
        partitions.computeIfAbsent(partition, any -> new Partition()).next = next;
    }

    /** Of each partition in ascending order. */
    void read(Origin origin) {
        Partition partition = partitions.computeIfAbsent(origin.partition(), any -> new Partition());
        partition.open.add(origin.offset());
        partition.next = origin.offset() + 1;
    }

    void settled(Origin origin) {
        Partition partition = partitions.get(origin.partition());
        if (partition != null) {
            partition.open.remove(origin.offset());
        }
    }

    /** By partition, where reading would go on after a crash. */
    Map<Integer, Long> committable() {
        Map<Integer, Long> offsets = new TreeMap<>();
        partitions.forEach((number, partition) ->
                offsets.put(number, partition.open.isEmpty() ? partition.next : partition.open.first()));
        return offsets;
    }
}
