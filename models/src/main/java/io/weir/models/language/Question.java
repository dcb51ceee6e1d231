package io.weir.models.language;

import java.time.Duration;

/**
 * One question.
 *
 * @param id what the answer is to be known by, such as the alert's id
 * @param deadline for the whole answer, counted from {@link LanguageModel#ask}, waiting included
 */
public record Question(String id, Prompt prompt, OutputSchema output, Duration deadline) {

    private static final Duration LONGEST = Duration.ofDays(1);

    public Question {
        if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the deadline of question " + id + " is not within a day");
        }
    }
}
