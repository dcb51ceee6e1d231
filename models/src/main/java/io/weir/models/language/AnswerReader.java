package io.weir.models.language;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Turns what langchain4j gives or throws into an answer, with reasons that quote nothing from outside. */
final class AnswerReader {
    private static final int MAX_NAME = 100;

    private final String modelName;

    AnswerReader(String modelName) {
        this.modelName = modelName;
    }

    Answer read(Question question, ChatResponse response, long started) {
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            return answer(question, response, started, AnswerStatus.REFUSED, Map.of(), "the answer was filtered");
        }
        try {
            Map<String, Object> fields = question.output().read(text(response));
            return answer(question, response, started, AnswerStatus.OK, fields, "");
        } catch (InvalidOutputException e) {
            return answer(question, response, started, AnswerStatus.INVALID_OUTPUT, Map.of(), reason(e));
        }
    }

    Answer failed(Question question, Throwable failure, long started) {
        return Answer.without(question.id(), status(failure), modelName, millisSince(started), reasonOf(failure));
    }

    private static String text(ChatResponse response) throws InvalidOutputException {
        // Checked first: an answer that was cut off can be valid JSON by chance.
        if (response.finishReason() == FinishReason.LENGTH) {
            throw new InvalidOutputException("the answer was cut off at the token limit");
        }
        String text = response.aiMessage().text();
        if (text == null || text.isBlank()) {
            throw new InvalidOutputException("the answer is empty");
        }
        return text;
    }

    private Answer answer(
            Question question,
            ChatResponse response,
            long started,
            AnswerStatus status,
            Map<String, Object> fields,
            String reason) {
        @Nullable TokenUsage usage = response.tokenUsage();
        return new Answer(
                question.id(),
                status,
                fields,
                modelNamedBy(response),
                usage == null ? 0 : orZero(usage.inputTokenCount()),
                usage == null ? 0 : orZero(usage.outputTokenCount()),
                millisSince(started),
                reason);
    }

    private String modelNamedBy(ChatResponse response) {
        String name = response.modelName();
        return name == null || name.isBlank() || name.length() > MAX_NAME ? modelName : name;
    }

    private static AnswerStatus status(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return AnswerStatus.TIMEOUT;
        }
        return failure instanceof ContentFilteredException ? AnswerStatus.REFUSED : AnswerStatus.DEGRADED;
    }

    private static String reasonOf(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "no complete answer within the deadline";
        }
        if (failure instanceof ContentFilteredException) {
            return "the model declined to answer";
        }
        if (failure instanceof RejectedExecutionException) {
            return "too many questions at once";
        }
        if (failure instanceof CancellationException) {
            return "the language model was closed";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EndpointException known) {
                return reason(known);
            }
            if (cause instanceof HttpException http) {
                return reasonOf(http.statusCode());
            }
        }
        return "the endpoint's answer could not be read (" + failure.getClass().getSimpleName() + ")";
    }

    private static String reasonOf(int httpStatus) {
        return "HTTP " + httpStatus
                + switch (httpStatus) {
                    case 401, 403 -> ": the endpoint did not accept the key";
                    case 404 -> ": the endpoint does not know this model or path";
                    case 429 -> ": the endpoint is asked too often";
                    default -> "";
                };
    }

    private static String reason(Exception known) {
        return String.valueOf(known.getMessage());
    }

    private static long orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static long millisSince(long started) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }
}
