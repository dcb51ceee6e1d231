package io.weir.cli.backtest;

import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Headers;
import io.weir.dsl.contract.Topics;
import io.weir.engine.JobConfig;
import io.weir.engine.operator.Bootstrap;
import io.weir.engine.operator.EvaluationTopology;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import io.weir.engine.state.WireTypes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Runs rules over files on Flink's mini cluster. */
final class Backtest {

    private static final String ENGINE = "backtest";

    private final List<ControlRecord> rules;
    private final List<EventFile> files;
    private final Map<String, List<byte[]>> tables;
    private final ZoneId zone;
    private final int parallelism;

    /** @param tables the rows of each table, as JSON */
    Backtest(
            List<ControlRecord> rules,
            List<EventFile> files,
            Map<String, List<byte[]>> tables,
            ZoneId zone,
            int parallelism) {
        this.rules = rules;
        this.files = List.copyOf(files);
        this.tables = Map.copyOf(tables);
        this.zone = zone;
        this.parallelism = parallelism;
    }

    BacktestResult run(Progress progress) throws Exception {
        if (isEmpty()) {
            return collector().finish(0);
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration());
        env.setParallelism(parallelism);
        BacktestResult.Collector result = collector();
        try (FileSource source = new FileSource(() -> new MergedEvents(files, zone, progress));
                CloseableIterator<OutRecord> out = evaluated(env, source).executeAndCollect("backtest")) {
            out.forEachRemaining(result::take);
        }
        return result.finish(progress.events());
    }

    private BacktestResult.Collector collector() {
        return new BacktestResult.Collector(Topics.DEFAULT, this::line);
    }

    private BacktestResult.Place line(OutRecord refused) {
        int argument = Integer.parseInt(String.valueOf(refused.header(Headers.PARTITION)));
        String file = files.get(argument).path().toString();
        return new BacktestResult.Place(file, argument, Long.parseLong(String.valueOf(refused.header(Headers.OFFSET))));
    }

    /** Flink's reader of iterators wants one event at least. */
    private boolean isEmpty() {
        try (MergedEvents events = new MergedEvents(files, zone, new Progress())) {
            return !events.hasNext();
        }
    }

    private DataStream<OutRecord> evaluated(StreamExecutionEnvironment env, FileSource source) {
        JobConfig config =
                JobConfig.of(ENGINE, "none").withParallelism(parallelism).withZone(zone);
        DataStream<RawEvent> events = env.fromSource(source, MergedWatermarks.strategy(), "files", WireTypes.RAW_EVENT)
                .setParallelism(1)
                .partitionCustom((partition, tasks) -> partition % tasks, RawEvent::partition)
                .map(event -> event, WireTypes.RAW_EVENT)
                .name("spread");
        return EvaluationTopology.attach(
                        events, EvaluationTopology.noControl(env), Bootstrap.ofFiles(rules, tables, zone), config)
                .out();
    }

    static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50));
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestOptions.BIND_PORT, "0");
        return configuration;
    }
}
