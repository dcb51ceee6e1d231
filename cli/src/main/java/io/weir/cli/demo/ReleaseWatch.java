package io.weir.cli.demo;

import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells from the control and status topics when a release has reached every task. */
final class ReleaseWatch {

    private final String tenant;
    private final Map<Long, Long> publishedAt = new HashMap<>();
    private final TreeMap<Long, Release> unfinished = new TreeMap<>();
    private final Map<String, Task> tasks = new HashMap<>();
    private boolean started;

    private record Task(String operator, int parallelism, long epoch, long appliedAt) {}

    ReleaseWatch(String tenant) {
        this.tenant = tenant;
    }

    /** @param writtenAt when Kafka got the record, in milliseconds */
    void control(ControlRecord record, long writtenAt) {
        if (!record.tenant().equals(tenant)) {
            return;
        }
        if (record instanceof Prepare prepare && prepare.status() == Prepare.Status.PENDING) {
            publishedAt.put(prepare.epoch(), writtenAt);
        } else if (record instanceof Release release) {
            publishedAt.putIfAbsent(release.epoch(), writtenAt);
            unfinished.put(release.epoch(), release);
        }
    }

    void status(StatusReport report) {
        report.applied().stream()
                .filter(applied -> applied.tenant().equals(tenant))
                .forEach(applied -> tasks.put(
                        report.key(),
                        new Task(
                                report.operator(),
                                report.parallelism(),
                                applied.epoch(),
                                applied.at().toEpochMilli())));
    }

    /** True once there is an engine whose tasks have all applied the latest release; releases until then are no news. */
    boolean started() {
        if (!started && !unfinished.isEmpty() && expected() > 0 && applied(unfinished.lastKey()) == expected()) {
            started = true;
            unfinished.clear();
        }
        return started;
    }

    /** The next release that all tasks have applied since this was asked last, in words. */
    Optional<String> next() {
        int expected = expected();
        for (Map.Entry<Long, Release> each : unfinished.entrySet()) {
            if (expected > 0 && applied(each.getKey()) >= expected) {
                unfinished.remove(each.getKey());
                return Optional.of(text(each.getValue(), expected));
            }
        }
        return Optional.empty();
    }

    private long applied(long epoch) {
        return tasks.values().stream().filter(task -> task.epoch >= epoch).count();
    }

    /** How many tasks the engine has; 0 until both of its operators have been heard of. */
    private int expected() {
        Map<String, Integer> parallelism = new HashMap<>();
        tasks.values().forEach(task -> parallelism.put(task.operator, task.parallelism));
        return parallelism.size() < 2
                ? 0
                : parallelism.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String text(Release release, int expected) {
        long last = tasks.values().stream().mapToLong(Task::appliedAt).max().orElse(0);
        long since = publishedAt.getOrDefault(release.epoch(), last);
        return String.format(
                Locale.ROOT,
                "epoch %d live on %d of %d tasks, %.2f s after publish: %s",
                release.epoch(),
                expected,
                expected,
                Math.max(0, last - since) / 1000.0,
                changes(release));
    }

    private static String changes(Release release) {
        if (release.changes().size() > 3) {
            return release.changes().size() + " declarations";
        }
        return String.join(
                ", ",
                release.changes().stream()
                        .map(change -> change.artifact() + "@" + change.revision() + " "
                                + change.state().name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
