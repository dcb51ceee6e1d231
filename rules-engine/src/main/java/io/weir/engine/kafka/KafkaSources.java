package io.weir.engine.kafka;

import io.weir.engine.EnrichConfig;
import io.weir.engine.JobConfig;
import io.weir.engine.KafkaAccess.StartFrom;
import io.weir.engine.OperatorIds;
import io.weir.engine.operator.BackfillWatermarks;
import io.weir.engine.operator.EventWatermarks;
import io.weir.engine.state.ControlMessage;
import io.weir.engine.state.RawEvent;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** What the job reads. */
public final class KafkaSources {

    private static final String READ_COMMITTED = "read_committed";

    private KafkaSources() {}

    /** The events of all declared streams. */
    public static DataStream<RawEvent> events(StreamExecutionEnvironment env, JobConfig config) {
        KafkaSource<RawEvent> source = declared(config)
                .setProperty(
                        KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
                        Long.toString(config.timing().discovery().toMillis()))
                .setStartingOffsets(
                        config.kafka().start() == StartFrom.LATEST
                                ? OffsetsInitializer.latest()
                                : OffsetsInitializer.earliest())
                .build();
        return events(env, config, source, EventWatermarks.live(config.timing()));
    }

    /** The events of all declared streams up to where their topics end now: a stream that ends, and that no idleness hurries. */
    public static DataStream<RawEvent> eventsSoFar(StreamExecutionEnvironment env, JobConfig config) {
        KafkaSource<RawEvent> source = declared(config)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .build();
        return events(env, config, source, EventWatermarks.aligned(config.timing()));
    }

    private static KafkaSourceBuilder<RawEvent> declared(JobConfig config) {
        return KafkaSource.<RawEvent>builder()
                .setProperties(config.kafka().clientProperties())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, READ_COMMITTED)
                .setGroupId(group(config))
                .setClientIdPrefix(group(config) + "-events")
                .setKafkaSubscriber(new DeclaredTopics(config))
                .setDeserializer(new EventDeserializer(config));
    }

    private static DataStream<RawEvent> events(
            StreamExecutionEnvironment env,
            JobConfig config,
            KafkaSource<RawEvent> source,
            WatermarkStrategy<RawEvent> watermarks) {
        return env.fromSource(source, watermarks, OperatorIds.EVENTS)
                .uid(OperatorIds.EVENTS)
                .setParallelism(config.parallelism());
    }

    /** Events of the past that fill windows. Whoever starts without a state reads all that are there. */
    public static DataStream<RawEvent> backfill(StreamExecutionEnvironment env, JobConfig config) {
        KafkaSource<RawEvent> source = KafkaSource.<RawEvent>builder()
                .setProperties(config.kafka().clientProperties())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, READ_COMMITTED)
                .setProperty(
                        KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
                        Long.toString(config.timing().discovery().toMillis()))
                .setGroupId(group(config) + "-backfill")
                .setClientIdPrefix(group(config) + "-backfill")
                .setKafkaSubscriber(new BackfillTopic(config.topics().backfill()))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new BackfillDeserializer())
                .build();
        return env.fromSource(source, BackfillWatermarks.always(), OperatorIds.BACKFILL)
                .uid(OperatorIds.BACKFILL)
                .setParallelism(config.parallelism());
    }

    /** The control topic. It has no event time, and none of its readers waits for any. */
    public static DataStream<ControlMessage> control(StreamExecutionEnvironment env, JobConfig config) {
        KafkaSource<ControlMessage> source = KafkaSource.<ControlMessage>builder()
                .setProperties(config.kafka().clientProperties())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, READ_COMMITTED)
                .setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "100")
                .setProperty(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), "-1")
                .setGroupId(group(config) + "-control")
                .setClientIdPrefix(group(config) + "-control")
                .setTopics(config.topics().control())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new ControlDeserializer())
                .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), OperatorIds.CONTROL)
                .uid(OperatorIds.CONTROL)
                .setParallelism(1);
    }

    /** What the language model is asked. */
    public static DataStream<byte[]> enrichRequests(StreamExecutionEnvironment env, EnrichConfig config) {
        KafkaSource<byte[]> source = KafkaSource.<byte[]>builder()
                .setProperties(config.kafka().clientProperties())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, READ_COMMITTED)
                .setGroupId(config.kafka().topicsPrefix() + "-" + config.name())
                .setTopics(config.kafka().topics().enrichRequests())
                // A job that starts without a checkpoint goes on where it was: asking again costs money.
                .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .setDeserializer(new ValueDeserializer())
                .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), OperatorIds.ENRICH_REQUESTS)
                .uid(OperatorIds.ENRICH_REQUESTS);
    }

    private static String group(JobConfig config) {
        return config.kafka().topicsPrefix() + "-" + config.engine();
    }
}
