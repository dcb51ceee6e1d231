package io.weir.engine.operator;

import io.weir.dsl.contract.StatusReport.Filled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which backfills are whole in an evaluate task. One that is told of must be in a completed checkpoint: what goes live because of it
 * would otherwise miss events after a failure, as live events are read again faster than those of the past.
 */
final class Fills {

    private final Set<Filled> ended = new LinkedHashSet<>();
    private final TreeMap<Long, List<Filled>> bySnapshot = new TreeMap<>();
    private final Set<Filled> durable = new LinkedHashSet<>();

    /** Which of the parallel tasks had a backfill whole, as it is stored: tenant, backfill, task and number of tasks, by blanks. */
    private record Stored(Filled filled, int subtask, int parallelism) {

        static Stored of(String text) {
            String[] parts = text.split(" ");
            Filled filled = new Filled(parts[0], Long.parseLong(parts[1]));
            return new Stored(filled, Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
        }

        String text() {
            return filled.tenant() + " " + filled.backfill() + " " + subtask + " " + parallelism;
        }
    }

    /** The end of a backfill has come, behind all of its rows. */
    void ended(String tenant, long backfill) {
        ended.add(new Filled(tenant, backfill));
    }

    /** What to store of this task; the backfills that nobody asks for any more are forgotten. */
    List<String> snapshot(long checkpoint, TaskReport.Task task, Predicate<Filled> asked) {
        ended.removeIf(asked.negate());
        durable.retainAll(ended);
        bySnapshot.put(checkpoint, List.copyOf(ended));
        return ended.stream()
                .map(filled -> new Stored(filled, task.subtask(), task.parallelism()).text())
                .toList();
    }

    void completed(long checkpoint) {
        List<Filled> snapshot = bySnapshot.get(checkpoint);
        if (snapshot != null) {
            durable.addAll(snapshot);
            durable.retainAll(ended);
        }
        bySnapshot.headMap(checkpoint, true).clear();
    }

    /**
     * Goes on from what all tasks stored. Where their number has changed, a backfill is whole if it was so in all of them; otherwise its
     * end has to come once more.
     */
    void restore(Iterable<String> texts, TaskReport.Task task) {
        List<Stored> all = new ArrayList<>();
        texts.forEach(text -> all.add(Stored.of(text)));
        Set<Stored> tasks = new HashSet<>(all);
        Set<Filled> whole = all.stream()
                .filter(stored -> stored.parallelism() == count(tasks, stored.filled())
                        || (stored.parallelism() == task.parallelism() && stored.subtask() == task.subtask()))
                .map(Stored::filled)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ended.addAll(whole);
        durable.addAll(whole);
    }

    private static long count(Set<Stored> tasks, Filled filled) {
        return tasks.stream().filter(stored -> stored.filled().equals(filled)).count();
    }

    /** Those that no failure takes back. */
    List<Filled> whole() {
        return List.copyOf(durable);
    }
}
