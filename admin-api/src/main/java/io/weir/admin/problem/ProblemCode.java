package io.weir.admin.problem;

import java.util.Locale;

/** The codes of problems, as clients read them, with their HTTP status. Codes never change their meaning. */
public enum ProblemCode {
    INVALID_REQUEST(400, "The request cannot be read"),
    UNAUTHENTICATED(401, "The server does not know who asks"),
    FORBIDDEN(403, "Whoever asks may not"),
    HOST_REFUSED(403, "The request is not addressed to this machine"),
    ORIGIN_REFUSED(403, "The request comes from another site"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The path does not take this method"),
    NOT_ACCEPTABLE(406, "The answer has another media type"),
    PUBLISH_PENDING(409, "Another publish is under way"),
    NOT_CONFIRMED(409, "An engine did not confirm in time; nothing has changed"),
    STALE_EPOCH(412, "Something else was published meanwhile"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The path takes another media type"),
    RULES_INVALID(422, "The sources have mistakes"),
    BREAKS_LIVE_RULES(422, "What is live would not compile any more"),
    NAME_TAKEN(422, "Another declaration has this name"),
    UNKNOWN_NAME(422, "Nothing of this name is live"),
    TOPIC_RESERVED(422, "The topic is one of Weir's own"),
    TOPIC_INVALID(422, "Kafka does not take the topic"),
    MODEL_UNKNOWN(422, "No live declaration has this model's name"),
    MODEL_INVALID(422, "The model does not pass its checks"),
    LIST_UNKNOWN(422, "No live list of this name has entries of its own"),
    LIST_INVALID(422, "The entries do not fit the list"),
    KEY_INVALID(422, "The key cannot be given out like that"),
    INTERNAL(500, "The server failed"),
    WRITE_UNKNOWN(503, "It is not known whether the write stands"),
    UNAVAILABLE(503, "The server cannot do this now");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** As clients read it: {@code stale-epoch}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
