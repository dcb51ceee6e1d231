package io.weir.benchmarks.workload;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.time.Duration;
import java.util.List;

/** Logins as Weir's stream of five fields. */
public final class LoginStream {

    public static final String TOPIC = "logins";

    /** The same as {@link #SCHEMA}, as a rule's author writes it. */
    public static final String DECLARATION = """
            event Login {
              userId: text
              outcome: text
              country: text
              amount: decimal
              at: timestamp
            } time at, from topic "logins"
            """;

    public static final StreamSchema SCHEMA = new StreamSchema(
            "Login",
            List.of(
                    field("userId", Type.Scalar.TEXT),
                    field("outcome", Type.Scalar.TEXT),
                    field("country", Type.Scalar.TEXT),
                    field("amount", Type.Scalar.DECIMAL),
                    field("at", Type.Scalar.TIMESTAMP)),
            4,
            Duration.ZERO,
            TOPIC,
            Format.JSON);

    public static final int USER_ID = 0;
    public static final int OUTCOME = 1;
    public static final int COUNTRY = 2;
    public static final int AMOUNT = 3;

    private LoginStream() {}

    private static Field field(String name, Type type) {
        return new Field(name, type, false, List.of(name), -1);
    }
}
