package io.weir.engine.operator;

import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.StatusReport;
import io.weir.dsl.contract.StatusReport.Applied;
import io.weir.dsl.contract.StatusReport.Filled;
import io.weir.dsl.contract.StatusReport.Prepared;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one task has done since it started, and what it says of itself. */
final class TaskReport {

    private static final int PROBLEMS_KEPT = 10;

    /** A report must stay far below the length of a record, however many rules there are. */
    private static final int RULES_TOLD = 1_000;

    private final Task task;
    private final Instant startedAt;
    private final Map<String, Applied> applied = new TreeMap<>();
    private final Deque<String> problems = new ArrayDeque<>();
    private long events;
    private long alerts;
    private long late;
    private long behind;
    private long unreadable;
    private long ruleless;
    private List<Filled> filled = List.of();

    /** Which of an operator's parallel tasks it is. */
    record Task(String engine, String operator, int subtask, int parallelism) {}

    TaskReport(Task task, Instant startedAt) {
        this.task = task;
        this.startedAt = startedAt;
    }

    void countEvent() {
        events++;
    }

    void countAlert() {
        alerts++;
    }

    void countLate() {
        late++;
    }

    /** A row that came when the watermark had passed it, and was taken in. */
    void countBehind() {
        behind++;
    }

    void countUnreadable() {
        unreadable++;
    }

    /** An event of a time at which its stream was not declared. */
    void countRuleless() {
        ruleless++;
    }

    /** The latest problems are told, not all that ever were. */
    void problem(String text) {
        if (problems.size() == PROBLEMS_KEPT) {
            problems.removeFirst();
        }
        problems.addLast(text);
    }

    void applied(ControlState control, Instant at) {
        for (String tenant : control.tenants()) {
            long epoch = control.epoch(tenant);
            Applied known = applied.get(tenant);
            if (epoch > 0 && (known == null || known.epoch() != epoch)) {
                applied.put(tenant, new Applied(tenant, epoch, at));
            }
        }
    }

    /** The backfills that are whole in the task. */
    void filled(List<Filled> whole) {
        filled = whole;
    }

    /** @param lasting problems that are there now */
    StatusReport at(
            Instant now, long watermark, List<Prepared> prepared, List<RuleStatus> rules, List<String> lasting) {
        return new StatusReport(
                task.engine(),
                task.operator(),
                task.subtask(),
                task.parallelism(),
                startedAt,
                now,
                watermark == Long.MIN_VALUE ? null : watermark,
                List.copyOf(applied.values()),
                prepared,
                events,
                alerts,
                late,
                unreadable,
                told(rules),
                allProblems(lasting),
                null,
                filled);
    }

    /** Rules of which there is something to say, those in trouble first. */
    private static List<RuleStatus> told(List<RuleStatus> rules) {
        return rules.stream()
                .filter(rule -> isInTrouble(rule) || hasDone(rule))
                .sorted(Comparator.comparing(TaskReport::isInTrouble).reversed())
                .limit(RULES_TOLD)
                .toList();
    }

    private static boolean hasDone(RuleStatus rule) {
        return rule.hits() > 0
                || rule.throttled() > 0
                || rule.passedOver() != null
                || rule.standing() != null
                || rule.shadow() != null
                || rule.start() != null
                || rule.exceeded() != null;
    }

    private static boolean isInTrouble(RuleStatus rule) {
        return rule.quarantined() != null || rule.errors() > 0;
    }

    private List<String> allProblems(List<String> lasting) {
        List<String> all = new ArrayList<>(problems);
        all.addAll(lasting);
        if (behind > 0) {
            all.add(behind + " rows came behind the watermark: they counted, but not for what had been due");
        }
        if (ruleless > 0) {
            all.add(ruleless + " events were older than the first release that declares their stream");
        }
        return all;
    }
}
