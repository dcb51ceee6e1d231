package io.weir.benchmarks.job;

import io.weir.benchmarks.workload.LoginFeed;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The logins in memory as a Flink source, a partition a task. */
final class FeedSource {

    /** In this process, for all tasks: they would only wait for each other to draw the same events. */
    static final LoginFeed FEED = new LoginFeed(1);

    private static final Duration MAX_DRIFT = Duration.ofMinutes(1);
    private static final Duration DRIFT_CHECK = Duration.ofMillis(20);

    private FeedSource() {}

    /** As many of the feed's events, half of them in each partition; in event time. */
    static <T> SingleOutputStreamOperator<T> read(
            StreamExecutionEnvironment env, long events, EventReader<T> reader, TypeInformation<T> type) {
        DataGeneratorSource<T> source = new DataGeneratorSource<>(new Records<>(events, reader), events, type);
        WatermarkStrategy<T> watermarks = WatermarkStrategy.<T>forMonotonousTimestamps()
                .withTimestampAssigner((event, before) -> reader.timeOf(event))
                .withWatermarkAlignment("feed", MAX_DRIFT, DRIFT_CHECK);
        return env.fromSource(source, watermarks, "events", type).uid("events").setParallelism(LoginFeed.PARTITIONS);
    }

    /** Flink cuts the numbers from 0 to {@code events} into one range a task: each is a partition's offsets. */
    private static final class Records<T> implements GeneratorFunction<Long, T> {

        private static final long serialVersionUID = 1L;

        private final long perPartition;
        private final EventReader<T> reader;

        Records(long events, EventReader<T> reader) {
            this.perPartition = events / LoginFeed.PARTITIONS;
            this.reader = reader;
        }

        @Override
        public void open(SourceReaderContext context) {
            reader.open();
        }

        @Override
        public T map(Long index) throws Exception {
            int partition = (int) (index / perPartition);
            long offset = index % perPartition;
            return reader.read(FEED.event(partition, offset), partition, offset);
        }
    }
}
