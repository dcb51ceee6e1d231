package io.weir.benchmarks.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.benchmarks.workload.LoginFeed;
import io.weir.dsl.contract.Topics;
import io.weir.engine.JobConfig;
import io.weir.engine.operator.Bootstrap;
import io.weir.engine.operator.EvaluationTopology;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.WireTypes;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Weir's own operators, with the rule published beforehand. */
final class WeirMeasuredJob implements MeasuredJob {

    static final String TENANT = "default";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "Weir";
    }

    @Override
    public void build(StreamExecutionEnvironment env, long events) {
        JobConfig config = JobConfig.of("benchmark", "none:9092").withParallelism(LoginFeed.PARTITIONS);
        var evaluated = EvaluationTopology.attach(
                FeedSource.read(env, events, new WeirReader(), WireTypes.RAW_EVENT),
                EvaluationTopology.noControl(env),
                Bootstrap.of(PublishedRule.records(TENANT, FailedLoginRule.TEXT)),
                config);
        evaluated.out().sinkTo(new Findings<>(WeirMeasuredJob::findings)).uid("out");
        evaluated.status().sinkTo(new Findings<>(report -> List.of())).uid("status");
    }

    private static List<Finding> findings(OutRecord record) throws IOException {
        if (!record.topic().equals(Topics.DEFAULT.alerts())) {
            throw new IllegalStateException("a record for " + record.topic() + ", but no event is late or unreadable");
        }
        JsonNode alert = JSON.readTree(record.value());
        String userId = alert.at("/key/userId").asText();
        String count = alert.get("text").asText().replaceAll(".*: (\\d+) failures", "$1");
        return List.of(new Finding(
                userId,
                Instant.parse(alert.get("time").asText()).toEpochMilli(),
                Long.parseLong(count),
                alert.get("suppressed").asLong()));
    }
}
