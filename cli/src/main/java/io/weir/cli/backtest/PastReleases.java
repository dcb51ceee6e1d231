package io.weir.cli.backtest;

import io.weir.cli.CommandFailure;
import io.weir.dsl.contract.Headers;
import io.weir.engine.JobConfig;
import io.weir.engine.kafka.ControlTopicUnavailable;
import io.weir.engine.kafka.KafkaBootstrap;
import io.weir.engine.kafka.KafkaSources;
import io.weir.engine.operator.ControlLog;
import io.weir.engine.operator.EvaluationTopology;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import io.weir.engine.state.WireTypes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Evaluates again what Kafka still has, each event by the release that is in force at its time: rules, models, lists and tables of
 * that time. Nothing is written to Kafka.
 */
final class PastReleases {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String EVENTS = "events";

    private final JobConfig config;

    /** @param config whose engine gives the alerts its name: with that of the live engine they are the live ones */
    PastReleases(JobConfig config) {
        this.config = config;
    }

    BacktestResult run() throws Exception {
        requireReleases();
        BacktestResult.Collector result = new BacktestResult.Collector(config.topics(), PastReleases::partition);
        return result.finish(evaluate(result::take));
    }

    private void requireReleases() {
        ControlLog control = new ControlLog();
        try {
            new KafkaBootstrap(config.withControlDeadline(PATIENCE))
                    .read()
                    .messages()
                    .forEach(control::apply);
        } catch (ControlTopicUnavailable e) {
            throw CommandFailure.server(String.valueOf(e.getMessage()));
        }
        if (control.state().tenants().stream().noneMatch(config::isFor)) {
            throw CommandFailure.problems("nothing was ever published for " + String.join(", ", config.tenants())
                    + " on " + config.topics().control());
        }
    }

    /** Hands over all that rules send; answers how many events were read. */
    long evaluate(Consumer<OutRecord> sink) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(Backtest.configuration());
        env.setParallelism(config.parallelism());
        try (CloseableIterator<OutRecord> out = evaluated(env).collectAsync()) {
            CompletableFuture<JobExecutionResult> ended =
                    env.executeAsync("backtest").getJobExecutionResult();
            out.forEachRemaining(sink);
            return ended.get().<Long>getAccumulatorResult(EVENTS);
        }
    }

    private DataStream<OutRecord> evaluated(StreamExecutionEnvironment env) {
        DataStream<RawEvent> events = KafkaSources.eventsSoFar(env, config)
                .map(new Counting())
                .returns(WireTypes.RAW_EVENT)
                .name("count");
        return EvaluationTopology.attach(events, EvaluationTopology.noControl(env), new KafkaBootstrap(config), config)
                .out();
    }

    private static BacktestResult.Place partition(OutRecord refused) {
        int number = Integer.parseInt(String.valueOf(refused.header(Headers.PARTITION)));
        return new BacktestResult.Place(
                refused.header(Headers.TOPIC) + "/" + number,
                number,
                Long.parseLong(String.valueOf(refused.header(Headers.OFFSET))));
    }

    /** Passes events on. */
    private static final class Counting extends RichMapFunction<RawEvent, RawEvent> {

        private static final long serialVersionUID = 1L;

        private final LongCounter events = new LongCounter();

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator(EVENTS, events);
        }

        @Override
        public RawEvent map(RawEvent event) {
            events.add(1);
            return event;
        }
    }
}
