package io.weir.engine;

import io.weir.engine.kafka.KafkaBootstrap;
import io.weir.engine.kafka.KafkaSinks;
import io.weir.engine.kafka.KafkaSources;
import io.weir.engine.operator.EvaluationTopology;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job that turns events into alerts.
 *
 * <pre>
 * backfill ─┐
 * events ───┴──► route ──keyBy──► evaluate ──► out: alerts, enrich requests, late events, dead letters (exactly once)
 *                  └──── alerts ─────┴─► route ──keyBy──► evaluate ──► out, for rules that watch alerts
 * control ═════════╩═════════════════╩═══════╩═════════════════╩─────► status (at least once)
 * </pre>
 */
public final class WeirJob {

    private WeirJob() {}

    /** For a Flink cluster: {@code --engine main --bootstrap-servers kafka:9092 …}. */
    public static void main(String[] args) throws Exception {
        JobConfig config = JobSettings.read(args);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        define(env, config);
        env.execute("weir " + config.engine());
    }

    /** Adds the job to the environment and sets what it relies on. */
    public static void define(StreamExecutionEnvironment env, JobConfig config) {
        configure(env, config.checkpoints(), config.parallelism());
        env.getConfig()
                .setAutoWatermarkInterval(config.timing().watermarkInterval().toMillis());
        env.setBufferTimeout(config.timing().flush().toMillis());
        var events = KafkaSources.events(env, config);
        var control = KafkaSources.control(env, config);
        var backfill = KafkaSources.backfill(env, config);
        var evaluated = EvaluationTopology.attach(events.union(backfill), control, new KafkaBootstrap(config), config);

        evaluated
                .out()
                .sinkTo(KafkaSinks.exactlyOnce(config.kafka(), config.engine()))
                .name(OperatorIds.OUT)
                .uid(OperatorIds.OUT)
                .setParallelism(config.parallelism());
        evaluated
                .status()
                .sinkTo(KafkaSinks.atLeastOnce(config.kafka()))
                .name(OperatorIds.STATUS)
                .uid(OperatorIds.STATUS)
                .setParallelism(1);
    }

    static void configure(StreamExecutionEnvironment env, Checkpoints checkpoints, int parallelism) {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        if (checkpoints.backend() != null) {
            flink.set(StateBackendOptions.STATE_BACKEND, checkpoints.backend().flinkName());
        }
        if (checkpoints.directory() != null) {
            flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.directory());
        }
        env.configure(flink);
        env.setParallelism(parallelism);
        env.enableCheckpointing(checkpoints.interval().toMillis(), CheckpointingMode.EXACTLY_ONCE);
    }
}
