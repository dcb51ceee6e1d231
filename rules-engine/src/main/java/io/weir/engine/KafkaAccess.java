package io.weir.engine;

import io.weir.dsl.contract.Topics;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * How a job reaches Kafka.
 *
 * @param properties for every client: security, timeouts
 * @param topicsPrefix see {@link Topics}
 * @param transactionTimeout how long the output of an unfinished checkpoint survives an outage; the broker's
 *     {@code transaction.max.timeout.ms} (15 minutes unless it was changed) is the most
 * @param maxRecordBytes larger records go to the dead letters, cut; at most the topics' {@code max.message.bytes}
 * @param start where an engine without a checkpoint begins to read events
 */
public record KafkaAccess(
        String bootstrapServers,
        Map<String, String> properties,
        String topicsPrefix,
        Duration transactionTimeout,
        int maxRecordBytes,
        StartFrom start)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Where reading begins. */
    public enum StartFrom {
        EARLIEST,
        LATEST
    }

    public KafkaAccess {
        properties = Map.copyOf(properties);
    }

    public static KafkaAccess of(String bootstrapServers) {
        return new KafkaAccess(
                bootstrapServers, Map.of(), "weir", Duration.ofMinutes(15), 1_000_000, StartFrom.EARLIEST);
    }

    public Topics topics() {
        return new Topics(topicsPrefix);
    }

    /** For a client of Kafka's own. */
    public Properties clientProperties() {
        Properties all = new Properties();
        all.putAll(properties);
        all.setProperty("bootstrap.servers", bootstrapServers);
        return all;
    }

    void addProblems(List<String> problems) {
        if (bootstrapServers.isBlank()) {
            problems.add("bootstrap-servers: missing");
        }
        if (!topicsPrefix.matches("[a-zA-Z0-9._-]{1,100}")) {
            problems.add("topics-prefix: \"" + topicsPrefix + "\" is no beginning of a topic's name");
        }
        if (transactionTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
            problems.add("transaction-timeout: " + transactionTimeout + " is less than a second");
        }
        if (maxRecordBytes < 10_000) {
            problems.add("max-record-bytes: " + maxRecordBytes + " is less than 10000");
        }
    }

    public KafkaAccess withProperties(Map<String, String> newProperties) {
        return new KafkaAccess(
                bootstrapServers, newProperties, topicsPrefix, transactionTimeout, maxRecordBytes, start);
    }

    public KafkaAccess withTopicsPrefix(String newPrefix) {
        return new KafkaAccess(bootstrapServers, properties, newPrefix, transactionTimeout, maxRecordBytes, start);
    }

    public KafkaAccess withTransactionTimeout(Duration newTimeout) {
        return new KafkaAccess(bootstrapServers, properties, topicsPrefix, newTimeout, maxRecordBytes, start);
    }

    public KafkaAccess withMaxRecordBytes(int newMax) {
        return new KafkaAccess(bootstrapServers, properties, topicsPrefix, transactionTimeout, newMax, start);
    }

    public KafkaAccess withStart(StartFrom newStart) {
        return new KafkaAccess(
                bootstrapServers, properties, topicsPrefix, transactionTimeout, maxRecordBytes, newStart);
    }
}
