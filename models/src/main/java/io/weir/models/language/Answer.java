package io.weir.models.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a question.
 *
 * @param id the question's
 * @param fields the declared fields in their order when OK, else empty; values are String, Long, Double or Boolean
 * @param model the name that the endpoint gave for the model, or the configured one
 * @param tokensIn 0 where the endpoint did not say; an answer that is not OK may have cost tokens too
 * @param reason why it is not OK, else empty; in our words: never a piece of the request or of the answer
 */
public record Answer(
        String id,
        AnswerStatus status,
        Map<String, Object> fields,
        String model,
        long tokensIn,
        long tokensOut,
        long latencyMillis,
        String reason) {

    public Answer {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** An answer without fields: for what was never asked, or failed. */
    public static Answer without(String id, AnswerStatus status, String model, long latencyMillis, String reason) {
        return new Answer(id, status, Map.of(), model, 0, 0, latencyMillis, reason);
    }

    public boolean ok() {
        return status == AnswerStatus.OK;
    }
}
