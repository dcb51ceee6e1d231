package io.weir.engine.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Since when each window has been continuously live, in event time: a window counts events from then on. A window is live while
 * some rule reads its series over that length or a longer one, so a longer window starts anew and a shorter one goes on.
 */
final class LiveSince {

    private final Map<SeriesId, TreeMap<Long, Long>> sinceByLength;

    /** A series of the keys of one spec, and what its windows are measured in: none is as long as one of another measure. */
    record SeriesId(long specHash, long name, WindowShape.Reach reach) {

        /** Of a part that is no series. */
        static SeriesId ofPart(long specHash, String text) {
            return new SeriesId(specHash, StableHash.ofName(text), WindowShape.Reach.TIME);
        }
    }

    LiveSince() {
        this(new HashMap<>());
    }

    private LiveSince(Map<SeriesId, TreeMap<Long, Long>> sinceByLength) {
        this.sinceByLength = sinceByLength;
    }

    LiveSince copy() {
        Map<SeriesId, TreeMap<Long, Long>> copy = new HashMap<>();
        sinceByLength.forEach((id, steps) -> copy.put(id, new TreeMap<>(steps)));
        return new LiveSince(copy);
    }

    /**
     * The next epoch reads these series, each over that length at most.
     *
     * @param filled those that are filled with what was before
     */
    void advance(Map<SeriesId, Long> longest, Set<SeriesId> filled, long effectiveFrom) {
        sinceByLength.keySet().retainAll(longest.keySet());
        longest.forEach((id, length) -> advance(
                sinceByLength.computeIfAbsent(id, any -> new TreeMap<>()),
                length,
                filled.contains(id) ? Long.MIN_VALUE : effectiveFrom));
    }

    private static void advance(TreeMap<Long, Long> steps, long length, long effectiveFrom) {
        Map.Entry<Long, Long> longer = steps.ceilingEntry(length);
        steps.put(length, longer == null ? effectiveFrom : longer.getValue());
        steps.tailMap(length, false).clear();
    }

    /** The event time from which a window of that length, in its measure, counts. */
    long of(SeriesId id, long length) {
        TreeMap<Long, Long> steps = sinceByLength.get(id);
        Map.Entry<Long, Long> step = steps == null ? null : steps.ceilingEntry(length);
        if (step == null) {
            throw new IllegalStateException("A window of " + length + " that no rule reads (DEVELOPER)");
        }
        return step.getValue();
    }
}
