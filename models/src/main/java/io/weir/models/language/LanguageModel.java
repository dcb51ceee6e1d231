package io.weir.models.language;

import java.util.concurrent.CompletableFuture;

/**
 * A language model, asked without waiting.
 *
 * <pre>{@code
 * try (LanguageModel model = new OpenAiLanguageModel(config)) {
 *     model.ask(question).thenAccept(answer -> publish(answer.status(), answer.fields()));
 * }
 * }</pre>
 */
public interface LanguageModel extends AutoCloseable {

    /**
     * Never throws and never blocks; the future always completes normally, at the latest shortly after the question's
     * deadline: a failure is a status of the answer.
     */
    CompletableFuture<Answer> ask(Question question);

    /** Gives up the calls under way; their answers, and those of later questions, are DEGRADED. */
    @Override
    void close();
}
