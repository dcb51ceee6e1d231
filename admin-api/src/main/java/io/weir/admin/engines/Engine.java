package io.weir.admin.engines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An engine, put together from its tasks' reports.
 *
 * @param tasks those of its present parallelism that have reported
 */
public record Engine(String name, List<Task> tasks) {

    static final String ROUTE = "route";
    static final String EVALUATE = "evaluate";

    public Engine {
        tasks = List.copyOf(tasks);
    }

    /** From whatever was heard of it: tasks that a smaller parallelism has left behind are not its own any more. */
    static Engine of(String name, List<Task> heard) {
        Map<String, Integer> parallelism = heard.stream()
                .collect(Collectors.groupingBy(
                        task -> task.report().operator(),
                        Collectors.collectingAndThen(
                                Collectors.maxBy(Comparator.comparing(
                                        (Task task) -> task.report().startedAt())),
                                newest -> newest.orElseThrow().report().parallelism())));
        List<Task> own = heard.stream()
                .filter(task -> task.report().subtask()
                        < Objects.requireNonNull(parallelism.get(task.report().operator())))
                .sorted(Comparator.comparing((Task task) -> task.report().operator())
                        .reversed()
                        .thenComparing(task -> task.report().subtask()))
                .toList();
        return new Engine(name, own);
    }

    public Instant lastSeen() {
        return tasks.stream().map(Task::seen).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** Those that its route tasks have taken: every event passes exactly one of them. */
    public long events() {
        return tasks.stream()
                .filter(task -> task.report().operator().equals(ROUTE))
                .mapToLong(task -> task.report().events())
                .sum();
    }

    /** The lowest of its tasks'; empty while one has none. */
    public OptionalLong watermark() {
        long lowest = Long.MAX_VALUE;
        for (Task task : tasks) {
            Long watermark = task.report().watermark();
            if (watermark == null) {
                return OptionalLong.empty();
            }
            lowest = Math.min(lowest, watermark);
        }
        return tasks.isEmpty() ? OptionalLong.empty() : OptionalLong.of(lowest);
    }

    /**
     * Those that hold event time back during a publish: of events at least one each, whether or not an engine that starts has said
     * so. Those of alerts come behind them, so that a publish is exact without those that have not reported yet.
     */
    List<String> expectedToAnswer() {
        List<String> names = expectedTasks();
        Stream.of(ROUTE, EVALUATE)
                .filter(operator -> tasks.stream()
                        .noneMatch(task -> task.report().operator().equals(operator)))
                .forEach(operator -> names.add(name + "/" + operator + "/0"));
        return names;
    }

    /** All tasks that there must be, by name, those that never reported included. */
    List<String> expectedTasks() {
        List<String> names = new ArrayList<>();
        tasks.stream()
                .collect(Collectors.toMap(
                        task -> task.report().operator(), task -> task.report().parallelism(), Math::max))
                .forEach((each, parallelism) -> IntStream.range(0, parallelism)
                        .forEach(subtask -> names.add(name + "/" + each + "/" + subtask)));
        return names;
    }
}
