package io.weir.engine.operator;

import io.weir.engine.JobConfig;
import io.weir.engine.OperatorIds;
import io.weir.engine.evaluate.RoutedRow;
import io.weir.engine.state.ControlMessage;
import io.weir.engine.state.EngineTypes;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import io.weir.engine.state.WireTypes;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/**
 * Events and rules in, records for Kafka out: the same whether the events come from Kafka or from files.
 *
 * <pre>{@code
 * // A backtest: the rules are known beforehand, the control topic is an empty stream.
 * DataStream<RawEvent> events = env.fromSource(files, watermarks, "events");     // see below
 * DataStream<ControlMessage> control = EvaluationTopology.noControl(env);
 * var evaluated = EvaluationTopology.attach(events, control, Bootstrap.of(artifactsAndRelease), config);
 * evaluated.out().sinkTo(…);      // by OutRecord.topic(): alerts, late events, dead letters, enrich requests
 * }</pre>
 *
 * <p>What it asks of the events: a {@link RawEvent} carries its stream, its place (topic, partition, offset: order among equal times,
 * and in the alert's id) and its time; the stream tells time by watermarks (at the end of a bounded input Flink does so by itself:
 * events then wait in memory unless {@link EventWatermarks} tell it earlier); its parallelism is the config's, and the events of one
 * partition are in one task. The environment runs in streaming mode, with object reuse if you like. Without Kafka the config's
 * servers are not looked at.
 */
public final class EvaluationTopology {

    /** What comes out: everything for Kafka but reports, and the tasks' reports. */
    public record Evaluated(DataStream<OutRecord> out, DataStream<OutRecord> status) {}

    private EvaluationTopology() {}

    public static Evaluated attach(
            DataStream<RawEvent> events, DataStream<ControlMessage> control, Bootstrap bootstrap, JobConfig config) {
        var routed = transform(
                events.forward(),
                control.broadcast(),
                new RouteOperator(config, bootstrap),
                new Node<>(OperatorIds.ROUTE, EngineTypes.ROUTED_ROW, config.parallelism()));
        var evaluated = transform(
                routed.keyBy(RoutedRow::key, EngineTypes.KEY),
                control.broadcast(),
                new EvaluateOperator(config, bootstrap),
                new Node<>(OperatorIds.EVALUATE, WireTypes.OUT_RECORD, config.parallelism()));
        return new Evaluated(
                evaluated.union(routed.getSideOutput(RouteOperator.OUT)),
                routed.getSideOutput(ControlledOperator.STATUS)
                        .union(evaluated.getSideOutput(ControlledOperator.STATUS)));
    }

    /** For a run whose rules do not change. */
    public static DataStream<ControlMessage> noControl(StreamExecutionEnvironment env) {
        return env.fromCollection(List.<ControlMessage>of(), WireTypes.CONTROL).setParallelism(1);
    }

    private record Node<T>(String id, TypeInformation<T> type, int parallelism) {}

    private static <I, O> Operated<O> transform(
            DataStream<I> input,
            DataStream<ControlMessage> control,
            TwoInputStreamOperator<I, ControlMessage, O> operator,
            Node<O> node) {
        Transformation<I> first = input.getTransformation();
        TwoInputTransformation<I, ControlMessage, O> transformation = new TwoInputTransformation<>(
                first, control.getTransformation(), node.id(), operator, node.type(), node.parallelism());
        transformation.setUid(node.id());
        if (input instanceof KeyedStream<I, ?> keyed) {
            transformation.setStateKeySelectors(keyed.getKeySelector(), null);
            transformation.setStateKeyType(keyed.getKeyType());
        }
        input.getExecutionEnvironment().addOperator(transformation);
        return new Operated<>(input.getExecutionEnvironment(), transformation);
    }

    /** A stream with side outputs. */
    private static final class Operated<T> extends SingleOutputStreamOperator<T> {
        Operated(StreamExecutionEnvironment env, Transformation<T> transformation) {
            super(env, transformation);
        }
    }
}
