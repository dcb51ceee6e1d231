package io.weir.dsl.contract;

/** The headers of events that rules make or pass on, besides tenant and engine of {@link Headers}, as UTF-8 text. */
public final class SentEventHeaders {

    /** The rule that sent it. */
    public static final String RULE = "weir-rule";

    public static final String REVISION = "weir-revision";

    /** Event time, as in alerts: an event of a rule's making need not tell it. */
    public static final String TIME = "weir-time";

    private SentEventHeaders() {}
}
