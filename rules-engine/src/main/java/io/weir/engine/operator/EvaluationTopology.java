package io.weir.engine.operator;

import io.weir.engine.JobConfig;
import io.weir.engine.OperatorIds;
import io.weir.engine.evaluate.Lane;
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
import org.apache.flink.util.OutputTag;

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
        Rules rules = new Rules(control, bootstrap, config);
        Evaluating first = evaluating(Lane.EVENTS, events, rules);
        // They go from task to task and not by way of Kafka: so a rule sees an alert once, in order, and never too
        // late.
        Evaluating second = evaluating(Lane.ALERTS, first.side(ControlledOperator.ALERTS), rules);
        return new Evaluated(
                first.out().union(second.out()),
                first.side(ControlledOperator.STATUS).union(second.side(ControlledOperator.STATUS)));
    }

    /** What the tasks of each lane are told alike. */
    private record Rules(DataStream<ControlMessage> control, Bootstrap bootstrap, JobConfig config) {}

    /** The two operators of a lane. */
    private record Evaluating(Operated<RoutedRow> routed, Operated<OutRecord> evaluated) {

        DataStream<OutRecord> out() {
            return evaluated.union(routed.getSideOutput(RouteOperator.OUT));
        }

        <T> DataStream<T> side(OutputTag<T> tag) {
            return routed.getSideOutput(tag).union(evaluated.getSideOutput(tag));
        }
    }

    private static Evaluating evaluating(Lane lane, DataStream<RawEvent> events, Rules rules) {
        int parallelism = rules.config().parallelism();
        var routed = transform(
                events.forward(),
                rules.control().broadcast(),
                new RouteOperator(lane, rules.config(), rules.bootstrap()),
                new Node<>(OperatorIds.route(lane), EngineTypes.ROUTED_ROW, parallelism));
        var evaluated = transform(
                routed.keyBy(RoutedRow::key, EngineTypes.KEY),
                rules.control().broadcast(),
                new EvaluateOperator(lane, rules.config(), rules.bootstrap()),
                new Node<>(OperatorIds.evaluate(lane), WireTypes.OUT_RECORD, parallelism));
        return new Evaluating(routed, evaluated);
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
