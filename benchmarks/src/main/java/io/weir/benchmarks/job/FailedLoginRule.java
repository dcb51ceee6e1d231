package io.weir.benchmarks.job;

import io.weir.benchmarks.workload.LoginStream;
import java.time.Duration;

/** The rule that both jobs run. */
final class FailedLoginRule {

    static final String TEXT = LoginStream.DECLARATION + """

            rule "Failed-login burst"
              severity high
              on Login by userId
              when more than 10 Login where outcome is "failed" within 5 minutes
              then alert "{userId}: {count} failures" at most once per 30 minutes
            """;

    static final int MOST = 10;
    static final long WINDOW = Duration.ofMinutes(5).toMillis();
    static final long THROTTLE = Duration.ofMinutes(30).toMillis();

    private FailedLoginRule() {}
}
