package io.weir.dsl.plan;

import java.time.Duration;
import java.util.List;

/** The streams that are always there. */
public final class BuiltIn {

    /**
     * The alerts, so that rules can watch them. Their key's values stand in one text,
     * which those of rules without a key lack. The topic is a name and no more: alerts of
     * whatever topic are of this stream.
     */
    public static final StreamSchema ALERT = new StreamSchema(
            "Alert",
            List.of(
                    field("id", Type.Scalar.TEXT),
                    field("rule", Type.Scalar.TEXT),
                    field("severity", Type.Scalar.TEXT),
                    new Field("key", Type.Scalar.TEXT, true, List.of("key"), -1),
                    field("text", Type.Scalar.TEXT),
                    field("time", Type.Scalar.TIMESTAMP)),
            5,
            Duration.ZERO,
            "weir.alerts",
            Format.JSON);

    private BuiltIn() {}

    /** Whether its events are alerts. */
    public static boolean isAlerts(StreamSchema stream) {
        return stream.name().equals(ALERT.name());
    }

    private static Field field(String name, Type type) {
        return new Field(name, type, false, List.of(name), -1);
    }
}
