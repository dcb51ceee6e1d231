package io.weir.engine;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How a job tells time.
 *
 * @param watermarkInterval how often event time moves on
 * @param idleness after so long without an event a partition no longer holds back event time
 * @param maxDrift how far one partition may run ahead of another in event time before it waits
 * @param flush how long a record may wait in a network buffer
 * @param discovery how often topics of newly declared streams are looked for
 * @param maxAhead an event whose time lies further ahead of its record's own time is a dead letter: it would make all others late
 * @param evaluation when events are evaluated
 */
public record Timing(
        Duration watermarkInterval,
        Duration idleness,
        Duration maxDrift,
        Duration flush,
        Duration discovery,
        Duration maxAhead,
        EvaluationTime evaluation)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final Timing DEFAULT = new Timing(
            Duration.ofMillis(50),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1),
            Duration.ofMillis(5),
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            EvaluationTime.ORDERED);

    void addProblems(List<String> problems) {
        require(watermarkInterval, "watermark-interval", problems);
        require(idleness, "idleness", problems);
        require(maxDrift, "max-drift", problems);
        require(flush, "flush", problems);
        require(discovery, "discovery", problems);
        require(maxAhead, "max-ahead", problems);
    }

    private static void require(Duration duration, String name, List<String> problems) {
        if (duration.toMillis() < 1) {
            problems.add(name + ": " + duration + " is less than 1 ms");
        }
    }

    public Timing withWatermarkInterval(Duration newInterval) {
        return new Timing(newInterval, idleness, maxDrift, flush, discovery, maxAhead, evaluation);
    }

    public Timing withIdleness(Duration newIdleness) {
        return new Timing(watermarkInterval, newIdleness, maxDrift, flush, discovery, maxAhead, evaluation);
    }

    public Timing withMaxDrift(Duration newDrift) {
        return new Timing(watermarkInterval, idleness, newDrift, flush, discovery, maxAhead, evaluation);
    }

    public Timing withDiscovery(Duration newDiscovery) {
        return new Timing(watermarkInterval, idleness, maxDrift, flush, newDiscovery, maxAhead, evaluation);
    }

    public Timing withEvaluation(EvaluationTime newEvaluation) {
        return new Timing(watermarkInterval, idleness, maxDrift, flush, discovery, maxAhead, newEvaluation);
    }
}
