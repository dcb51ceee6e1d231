package io.weir.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the demo has seen of the system's output. */
final class Tally {

    private final Map<String, Long> alertsByRule = new TreeMap<>();
    private final Map<String, Long> enrichmentsByStatus = new TreeMap<>();
    private final Latencies latencies = new Latencies();
    private long late;
    private long deadLetters;

    synchronized void alert(String rule, long latencyMillis) {
        alertsByRule.merge(rule, 1L, Long::sum);
        latencies.add(latencyMillis);
    }

    synchronized void enrichment(String status) {
        enrichmentsByStatus.merge(status.toLowerCase(Locale.ROOT), 1L, Long::sum);
    }

    synchronized void late() {
        late++;
    }

    synchronized void deadLetter() {
        deadLetters++;
    }

    synchronized long alerts() {
        return alertsByRule.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * @param events that the player wrote
     * @param rulesLive at the end
     */
    synchronized List<String> summary(long events, double seconds, int rulesLive) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "events       %,d in %.0f s", events, seconds));
        lines.add("rules live   " + rulesLive);
        lines.add(String.format(Locale.ROOT, "alerts       %,d", alerts()));
        alertsByRule.forEach((rule, count) -> lines.add(String.format(Locale.ROOT, "  %,9d  %s", count, rule)));
        lines.add("enrichments  " + counts(enrichmentsByStatus));
        lines.add("late         " + late + ", dead letters " + deadLetters);
        lines.add("latency      event written → alert read, committed: p50 " + latencies.percentile(50) + " ms, p99 "
                + latencies.percentile(99) + " ms (of it 200 ms the streams' lateness, up to 250 ms the checkpoint)");
        return lines;
    }

    private static String counts(Map<String, Long> byName) {
        return byName.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        byName.entrySet().stream()
                                .map(each -> each.getValue() + " " + each.getKey())
                                .toList());
    }
}
