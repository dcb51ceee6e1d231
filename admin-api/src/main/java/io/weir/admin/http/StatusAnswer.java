package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.admin.engines.Engine;
import io.weir.admin.engines.Engines;
import io.weir.admin.engines.Task;
import io.weir.admin.http.ReleaseAnswer.AppliedAnswer;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.StatusReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs, as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusAnswer(
        String tenant,
        long epoch,
        AppliedAnswer applied,
        @Nullable PendingAnswer pending,
        List<EngineAnswer> engines,
        List<RuleAnswer> rules) {

    /** A publish that waits for engines. */
    record PendingAnswer(long epoch, String deadline) {
        static @Nullable PendingAnswer of(@Nullable Prepare pending) {
            return pending == null ? null : new PendingAnswer(pending.epoch(), Texts.time(pending.deadline()));
        }
    }

    /** One engine; its events are those of its route tasks, which see each once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EngineAnswer(
            String engine,
            boolean alive,
            String lastSeen,
            String time,
            @Nullable String watermark,
            long events,
            long alerts,
            long late,
            long unreadable,
            List<String> problems,
            List<TaskAnswer> tasks) {

        static EngineAnswer of(Engine engine, boolean alive, String tenant) {
            Long watermark = engine.watermark().isPresent()
                    ? Long.valueOf(engine.watermark().getAsLong())
                    : null;
            return new EngineAnswer(
                    engine.name(),
                    alive,
                    Texts.time(engine.lastSeen()),
                    engine.tasks().stream()
                            .flatMap(task -> Stream.ofNullable(task.report().time()))
                            .findFirst()
                            .orElse("ordered"),
                    Texts.timeOrNull(watermark),
                    engine.events(),
                    sum(engine, StatusReport::alerts),
                    sum(engine, StatusReport::late),
                    sum(engine, StatusReport::unreadable),
                    engine.tasks().stream()
                            .flatMap(task -> task.report().problems().stream())
                            .distinct()
                            .toList(),
                    engine.tasks().stream()
                            .map(task -> TaskAnswer.of(task, tenant))
                            .toList());
        }

        private static long sum(Engine engine, ToLongFunction<StatusReport> count) {
            return engine.tasks().stream()
                    .mapToLong(task -> count.applyAsLong(task.report()))
                    .sum();
        }
    }

    /** One parallel task. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskAnswer(
            String operator,
            int subtask,
            int parallelism,
            long epoch,
            @Nullable String appliedAt,
            @Nullable String watermark,
            String lastSeen) {

        static TaskAnswer of(Task task, String tenant) {
            StatusReport report = task.report();
            return new TaskAnswer(
                    report.operator(),
                    report.subtask(),
                    report.parallelism(),
                    task.epoch(tenant),
                    Texts.timeOrNull(
                            task.applied(tenant).map(StatusReport.Applied::at).orElse(null)),
                    Texts.timeOrNull(report.watermark()),
                    Texts.time(task.seen()));
        }
    }

    /** One rule's revision that some task evaluates. */
    record RuleAnswer(
            String name, int revision, @JsonUnwrapped RuleStatusAnswer status) {
        static RuleAnswer of(Map.Entry<String, RuleStatusAnswer> entry) {
            int at = entry.getKey().lastIndexOf('@');
            return new RuleAnswer(
                    entry.getKey().substring(0, at),
                    Integer.parseInt(entry.getKey().substring(at + 1)),
                    entry.getValue());
        }
    }

    static StatusAnswer of(String tenant, long epoch, @Nullable Prepare pending, Engines engines) {
        return new StatusAnswer(
                tenant,
                epoch,
                AppliedAnswer.of(engines.applied(tenant, epoch)),
                PendingAnswer.of(pending),
                engines.all().stream()
                        .map(engine -> EngineAnswer.of(engine, engines.alive(engine), tenant))
                        .toList(),
                new TreeMap<>(RuleStatusAnswer.byRevision(engines, tenant))
                        .entrySet().stream().map(RuleAnswer::of).toList());
    }
}
