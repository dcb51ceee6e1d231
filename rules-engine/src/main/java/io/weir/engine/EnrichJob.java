package io.weir.engine;

import io.weir.engine.kafka.KafkaSinks;
import io.weir.engine.kafka.KafkaSources;
import io.weir.engine.operator.AskLanguageModel;
import io.weir.engine.operator.LanguageModelOpener;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job that asks a language model about alerts. It stands beside {@link WeirJob}: however slow the model is, no alert waits for it.
 *
 * <pre>
 * enrich-requests ──► enrich ──► enrichments (exactly once)
 * </pre>
 */
public final class EnrichJob {

    /** The model keeps the deadline itself; this one is for a model that does not. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private EnrichJob() {}

    /** Adds the job to the environment and sets what it relies on. */
    public static void define(StreamExecutionEnvironment env, EnrichConfig config, LanguageModelOpener model) {
        WeirJob.configure(env, config.checkpoints(), config.parallelism());
        var requests = KafkaSources.enrichRequests(env, config);
        AsyncDataStream.unorderedWait(
                        requests,
                        new AskLanguageModel(config, model),
                        config.longestAnswer().plus(GRACE).toMillis(),
                        TimeUnit.MILLISECONDS,
                        config.capacity())
                .name(OperatorIds.ENRICH)
                .uid(OperatorIds.ENRICH)
                .sinkTo(KafkaSinks.exactlyOnce(config.kafka(), config.name()))
                .name(OperatorIds.ENRICHMENTS)
                .uid(OperatorIds.ENRICHMENTS);
    }
}
