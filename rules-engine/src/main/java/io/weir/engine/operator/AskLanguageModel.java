package io.weir.engine.operator;

import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.EnrichRequest;
import io.weir.dsl.contract.Enrichment;
import io.weir.dsl.contract.Enrichment.Status;
import io.weir.dsl.contract.Headers;
import io.weir.engine.EnrichConfig;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.WireTypes;
import io.weir.models.language.Answer;
import io.weir.models.language.AnswerStatus;
import io.weir.models.language.LanguageModel;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;

/** Asks about one alert. Every request ends in one record: an answer, the reason why there is none, or a dead letter. */
public final class AskLanguageModel extends RichAsyncFunction<byte[], OutRecord>
        implements ResultTypeQueryable<OutRecord> {

    private static final long serialVersionUID = 1L;

    private final EnrichConfig config;
    private final LanguageModelOpener opener;
    private transient Clock clock;
    private transient @Nullable LanguageModel model;

    public AskLanguageModel(EnrichConfig config, LanguageModelOpener opener) {
        this.config = config;
        this.opener = opener;
    }

    @Override
    public void open(OpenContext context) {
        clock = Clock.systemUTC();
        model = opener.open();
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }

    @Override
    public void asyncInvoke(byte[] bytes, ResultFuture<OutRecord> result) {
        EnrichRequest request;
        try {
            request = ContractJson.read(bytes, EnrichRequest.class);
        } catch (UncheckedIOException broken) {
            result.complete(List.of(deadLetter(bytes, String.valueOf(broken.getMessage()))));
            return;
        }
        ask(request, result);
    }

    private void ask(EnrichRequest request, ResultFuture<OutRecord> result) {
        CompletableFuture<Answer> answer;
        try {
            answer = Objects.requireNonNull(model).ask(Questions.of(request, config.longestAnswer()));
        } catch (RuntimeException failure) {
            answer = CompletableFuture.failedFuture(failure);
        }
        var unused = answer.thenApply(given -> record(request, given))
                .exceptionally(failure -> failed(request, failure))
                .thenAccept(record -> result.complete(List.of(record)));
    }

    @Override
    public void timeout(byte[] bytes, ResultFuture<OutRecord> result) {
        EnrichRequest request = ContractJson.read(bytes, EnrichRequest.class);
        long limit = config.longestAnswer().toMillis();
        String reason = "no answer within " + limit + " ms";
        result.complete(
                List.of(record(request, Answer.without(request.id(), AnswerStatus.TIMEOUT, "", limit, reason))));
    }

    private OutRecord failed(EnrichRequest request, Throwable failure) {
        String reason = "the question could not be asked: " + failure;
        return record(request, Answer.without(request.id(), AnswerStatus.DEGRADED, "", 0, reason));
    }

    private OutRecord record(EnrichRequest request, Answer answer) {
        Enrichment enrichment = new Enrichment(
                request.id(),
                request.tenant(),
                request.engine(),
                alertField(request, "id"),
                alertField(request, "rule"),
                request.prompt().name(),
                request.prompt().revision(),
                Status.valueOf(answer.status().name()),
                answer.fields(),
                answer.model().isEmpty() ? null : answer.model(),
                answer.tokensIn(),
                answer.tokensOut(),
                answer.latencyMillis(),
                answer.ok() ? null : answer.reason(),
                clock.instant());
        return new OutRecord(
                config.kafka().topics().enrichments(),
                enrichment.alert().getBytes(StandardCharsets.UTF_8),
                ContractJson.write(enrichment),
                List.of());
    }

    private static String alertField(EnrichRequest request, String name) {
        return request.alert().path(name).asText();
    }

    private OutRecord deadLetter(byte[] bytes, String reason) {
        return new OutRecord(
                config.kafka().topics().deadLetter(),
                null,
                bytes,
                List.of(
                        new OutRecord.Header(Headers.REASON, reason),
                        new OutRecord.Header(
                                Headers.TOPIC, config.kafka().topics().enrichRequests())));
    }

    @Override
    public TypeInformation<OutRecord> getProducedType() {
        return WireTypes.OUT_RECORD;
    }
}
