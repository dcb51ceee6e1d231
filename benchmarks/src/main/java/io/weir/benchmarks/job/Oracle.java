package io.weir.benchmarks.job;

import io.weir.benchmarks.workload.Login;
import io.weir.benchmarks.workload.LoginFeed;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the alerts by the rule's words alone, from the events themselves: no parsing, no Flink, no state to keep small. */
final class Oracle {

    private final Map<String, User> users = new HashMap<>();
    private final Set<Finding> findings = new HashSet<>();

    private static final class User {
        final ArrayDeque<Long> failures = new ArrayDeque<>();
        long suppressed;

        @Nullable
        Long lastSent;
    }

    static Set<Finding> findings(LoginFeed feed, long events) {
        Oracle oracle = new Oracle();
        for (long offset = 0; offset < events / LoginFeed.PARTITIONS; offset++) {
            for (int partition = 0; partition < LoginFeed.PARTITIONS; partition++) {
                oracle.see(feed.login(partition, offset), feed.time(offset));
            }
        }
        return oracle.findings;
    }

    private void see(Login login, long time) {
        User user = users.computeIfAbsent(login.userId(), any -> new User());
        if (login.outcome().equals("failed")) {
            user.failures.add(time);
        }
        user.failures.removeIf(failure -> time - failure >= FailedLoginRule.WINDOW);
        if (user.failures.size() > FailedLoginRule.MOST) {
            alert(login.userId(), user, time);
        }
    }

    private void alert(String userId, User user, long time) {
        if (user.lastSent != null && time - user.lastSent < FailedLoginRule.THROTTLE) {
            user.suppressed++;
            return;
        }
        findings.add(new Finding(userId, time, user.failures.size(), user.suppressed));
        user.lastSent = time;
        user.suppressed = 0;
    }
}
