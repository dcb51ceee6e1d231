package io.weir.engine.it;

import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.StatusReport;
import io.weir.dsl.contract.Topics;
import io.weir.engine.Checkpoints;
import io.weir.engine.JobConfig;
import io.weir.engine.KafkaAccess;
import io.weir.engine.Timing;
import io.weir.engine.WeirJob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Weir's topics under a prefix of their own, on the shared broker: one for each test. */
final class Installation {

    private static final AtomicInteger COUNT = new AtomicInteger();

    final Topics topics = new Topics("it" + COUNT.incrementAndGet());
    final ControlWriter control = new ControlWriter(topics);

    Installation() {
        Broker.createCompacted(topics.control());
        Broker.createTopics(
                1,
                topics.status(),
                topics.alerts(),
                topics.late(),
                topics.deadLetter(),
                topics.enrichRequests(),
                topics.enrichments());
    }

    /** A topic of events, of this installation alone. */
    String eventTopic(String name, int partitions) {
        String topic = topics.prefix() + "-" + name;
        Broker.createTopic(topic, partitions);
        return topic;
    }

    JobConfig config() {
        return JobConfig.of("main", Broker.servers())
                .withKafka(KafkaAccess.of(Broker.servers()).withTopicsPrefix(topics.prefix()))
                .withCheckpoints(Checkpoints.every(Duration.ofMillis(200)))
                .withTiming(Timing.DEFAULT
                        .withWatermarkInterval(Duration.ofMillis(20))
                        .withIdleness(Duration.ofSeconds(1))
                        .withDiscovery(Duration.ofMillis(300)))
                .withParallelism(2);
    }

    JobClient start(JobConfig config) {
        return start(config, "");
    }

    /** Goes on from a savepoint. */
    JobClient start(JobConfig config, String savepoint) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        Configuration restart = new Configuration();
        restart.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        restart.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 20);
        restart.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        if (!savepoint.isEmpty()) {
            restart.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        env.configure(restart);
        WeirJob.define(env, config);
        try {
            return env.executeAsync(topics.prefix());
        } catch (Exception e) {
            throw new IllegalStateException("The job did not start", e);
        }
    }

    /** The reports of the running tasks so far, by task: the latest of each. */
    Map<String, StatusReport> latestReports(Received status) {
        Map<String, StatusReport> latest = new TreeMap<>();
        reports(status.soFar()).forEach(report -> latest.put(report.key(), report));
        return latest;
    }

    Received status() {
        return new Received(topics.status());
    }

    Received alerts() {
        return new Received(topics.alerts());
    }

    static List<StatusReport> reports(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> ContractJson.read(record.value(), StatusReport.class))
                .toList();
    }
}
