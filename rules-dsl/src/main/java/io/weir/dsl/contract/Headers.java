package io.weir.dsl.contract;

/** The headers of records on {@link Topics#late()} and {@link Topics#deadLetter()}, as UTF-8 text. */
public final class Headers {

    public static final String REASON = "weir-reason";
    public static final String TENANT = "weir-tenant";
    public static final String ENGINE = "weir-engine";
    /** The topic, partition and offset that the event came from. */
    public static final String TOPIC = "weir-topic";

    public static final String PARTITION = "weir-partition";
    public static final String OFFSET = "weir-offset";

    private Headers() {}
}
