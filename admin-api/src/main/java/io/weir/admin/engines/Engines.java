package io.weir.admin.engines;

import io.weir.dsl.contract.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All engines that were heard of, at one moment. */
public record Engines(List<Engine> all, Instant now) {

    /** Ten times the interval at which tasks report. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    public Engines {
        all = List.copyOf(all);
    }

    static Engines of(Iterable<Task> heard, Instant now) {
        Map<String, List<Task>> byEngine = new TreeMap<>();
        for (Task task : heard) {
            byEngine.computeIfAbsent(task.report().engine(), any -> new ArrayList<>())
                    .add(task);
        }
        return new Engines(
                byEngine.entrySet().stream()
                        .map(entry -> Engine.of(entry.getKey(), entry.getValue()))
                        .toList(),
                now);
    }

    /** Heard of within five seconds. */
    public boolean alive(Engine engine) {
        return engine.lastSeen().isAfter(now.minus(SILENCE));
    }

    public List<Engine> alive() {
        return all.stream().filter(this::alive).toList();
    }

    public Applied applied(String tenant, long epoch) {
        List<Task> having = reached(tenant, epoch);
        int of = alive().stream()
                .mapToInt(engine -> engine.expectedTasks().size())
                .sum();
        return new Applied(having.size(), of, having.size() == of ? since(having, tenant, epoch) : null);
    }

    private List<Task> reached(String tenant, long epoch) {
        return alive().stream()
                .flatMap(engine -> engine.tasks().stream())
                .filter(task -> task.epoch(tenant) >= epoch)
                .toList();
    }

    private static @Nullable Instant since(List<Task> having, String tenant, long epoch) {
        List<Instant> times = having.stream()
                .map(task -> task.applied(tenant))
                .flatMap(Optional::stream)
                .filter(applied -> applied.epoch() == epoch)
                .map(StatusReport.Applied::at)
                .toList();
        return times.size() < having.size()
                ? null
                : times.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    /** The tasks whose answer a publish needs now. */
    public Set<String> tasksToAnswer() {
        return alive().stream()
                .flatMap(engine -> engine.expectedToAnswer().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What was answered to the prepare of that mark.
     *
     * @param expected tasks that must answer even if they fell silent meanwhile; those of engines that came up since must, too
     */
    public Answers answers(Set<String> expected, String tenant, String writeId) {
        Set<String> missing = new TreeSet<>(expected);
        missing.addAll(tasksToAnswer());
        OptionalLong highest = OptionalLong.empty();
        for (Engine engine : all) {
            for (Task task : engine.tasks()) {
                Optional<StatusReport.Prepared> answer = task.prepared(tenant, writeId);
                if (answer.isPresent()) {
                    missing.remove(task.name());
                    highest = higher(highest, answer.get().watermark());
                }
            }
        }
        return new Answers(List.copyOf(missing), highest);
    }

    // The end of time is what a task says whose inputs have all ended: nothing more comes, so it holds back nothing.
    private static OptionalLong higher(OptionalLong highest, @Nullable Long watermark) {
        if (watermark == null || watermark == Long.MAX_VALUE || watermark <= highest.orElse(Long.MIN_VALUE)) {
            return highest;
        }
        return OptionalLong.of(watermark);
    }
}
