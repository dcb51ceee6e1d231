package io.weir.engine;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of an enrichment job.
 *
 * @param name of the job in its transactions and consumer group; two that run at once have two
 * @param capacity how many questions may be open at once in each task
 * @param longestAnswer no prompt may wait longer, whatever it says
 */
public record EnrichConfig(
        String name, KafkaAccess kafka, Checkpoints checkpoints, int parallelism, int capacity, Duration longestAnswer)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public EnrichConfig {
        List<String> problems = new ArrayList<>();
        if (name.isBlank()) {
            problems.add("name: missing");
        }
        if (parallelism < 1) {
            problems.add("parallelism: " + parallelism + " is less than 1");
        }
        if (capacity < 1) {
            problems.add("capacity: " + capacity + " is less than 1");
        }
        if (longestAnswer.toMillis() < 1) {
            problems.add("longest-answer: " + longestAnswer + " is less than 1 ms");
        }
        kafka.addProblems(problems);
        checkpoints.addProblems(problems);
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }

    public static EnrichConfig of(String bootstrapServers) {
        return new EnrichConfig(
                "enrich",
                KafkaAccess.of(bootstrapServers),
                Checkpoints.every(Duration.ofSeconds(1)),
                1,
                32,
                Duration.ofMinutes(1));
    }

    public EnrichConfig withName(String newName) {
        return new EnrichConfig(newName, kafka, checkpoints, parallelism, capacity, longestAnswer);
    }

    public EnrichConfig withKafka(KafkaAccess newKafka) {
        return new EnrichConfig(name, newKafka, checkpoints, parallelism, capacity, longestAnswer);
    }

    public EnrichConfig withCheckpoints(Checkpoints newCheckpoints) {
        return new EnrichConfig(name, kafka, newCheckpoints, parallelism, capacity, longestAnswer);
    }

    public EnrichConfig withLongestAnswer(Duration newLongest) {
        return new EnrichConfig(name, kafka, checkpoints, parallelism, capacity, newLongest);
    }
}
