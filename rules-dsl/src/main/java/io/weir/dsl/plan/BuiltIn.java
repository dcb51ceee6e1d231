package io.weir.dsl.plan;

import java.time.Duration;
import java.util.List;

/** The streams that are always there. */
public final class BuiltIn {

    /** The alerts, so that rules can watch them; where an installation has another prefix, the engine reads its topic instead. */
    public static final StreamSchema ALERT = new StreamSchema(
            "Alert",
            List.of(
                    field("id", Type.Scalar.TEXT),
                    field("rule", Type.Scalar.TEXT),
                    field("severity", Type.Scalar.TEXT),
                    field("key", Type.Scalar.TEXT),
                    field("text", Type.Scalar.TEXT),
                    field("time", Type.Scalar.TIMESTAMP)),
            5,
            Duration.ZERO,
            "weir.alerts",
            Format.JSON);

    private BuiltIn() {}

    private static Field field(String name, Type type) {
        return new Field(name, type, false, List.of(name), -1);
    }
}
