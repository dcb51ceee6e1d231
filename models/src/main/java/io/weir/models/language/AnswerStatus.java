package io.weir.models.language;

/** How a question ended. The names are stored and published: they never change their meaning. */
public enum AnswerStatus {
    /** All declared fields are there and valid. */
    OK,
    /** The endpoint failed, refused the call, or there was no room for one more. */
    DEGRADED,
    /** The deadline passed before the whole answer was there. */
    TIMEOUT,
    /** The model answered, but cut off or not with the declared fields. */
    INVALID_OUTPUT,
    /** Not asked: the budget is spent. */
    SKIPPED_BUDGET,
    /** Not asked: the same question was answered already. */
    SKIPPED_DUPLICATE,
    /** The model declined to answer. */
    REFUSED
}
