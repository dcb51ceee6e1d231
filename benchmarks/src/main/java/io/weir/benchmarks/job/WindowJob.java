package io.weir.benchmarks.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.benchmarks.workload.Login;
import io.weir.benchmarks.workload.LoginFeed;
import io.weir.benchmarks.workload.LoginStream;
import io.weir.engine.JobConfig;
import io.weir.engine.operator.Bootstrap;
import io.weir.engine.operator.EvaluationTopology;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.WireTypes;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Weir with one rule that sums up a sliding window of few keys, so that a window holds many events. */
final class WindowJob implements MeasuredJob {

    /** One event in a thousand alerts, and says how many its window holds. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(9_990);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int seconds;

    WindowJob(int seconds) {
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return String.format("%,d events in the window", (int) (seconds * eventsOfAKeyASecond()));
    }

    private static double eventsOfAKeyASecond() {
        return 1_000.0 * LoginFeed.PARTITIONS / Login.COUNTRIES;
    }

    private String rule() {
        return LoginStream.DECLARATION
                + """

                rule "Large" on Login by country
                  let total = sum of amount over the last WINDOW seconds
                  let number = count of Login over the last WINDOW seconds
                  when amount > LARGE and total > 0
                  then alert "{number}"
                """.replace("WINDOW", String.valueOf(seconds)).replace("LARGE", LARGE.toPlainString());
    }

    @Override
    public void build(StreamExecutionEnvironment env, long events) {
        var evaluated = EvaluationTopology.attach(
                FeedSource.read(env, events, new WeirReader(), WireTypes.RAW_EVENT),
                EvaluationTopology.noControl(env),
                Bootstrap.of(PublishedRule.records(WeirMeasuredJob.TENANT, rule())),
                JobConfig.of("benchmark", "none:9092").withParallelism(LoginFeed.PARTITIONS));
        evaluated.out().sinkTo(new Findings<>(WindowJob::findings)).uid("out");
        evaluated.status().sinkTo(new Findings<>(report -> List.of())).uid("status");
    }

    private static List<Finding> findings(OutRecord record) throws IOException {
        JsonNode alert = JSON.readTree(record.value());
        return List.of(new Finding(
                alert.at("/key/country").asText(),
                Instant.parse(alert.get("time").asText()).toEpochMilli(),
                alert.get("text").asLong(),
                0));
    }

    /** What the rule should find, by a queue of times a country. */
    Set<Finding> expected(LoginFeed feed, long events) {
        Set<Finding> findings = new HashSet<>();
        Map<String, Deque<Long>> windows = new HashMap<>();
        for (long i = 0; i < events / LoginFeed.PARTITIONS; i++) {
            long time = feed.time(i);
            for (int partition = 0; partition < LoginFeed.PARTITIONS; partition++) {
                Login login = feed.login(partition, i);
                Deque<Long> window = windows.computeIfAbsent(login.country(), any -> new ArrayDeque<>());
                window.add(time);
                while (window.getFirst() <= time - seconds * 1_000L) {
                    window.removeFirst();
                }
                if (login.amount().compareTo(LARGE) > 0) {
                    findings.add(new Finding(login.country(), time, window.size(), 0));
                }
            }
        }
        return findings;
    }
}
