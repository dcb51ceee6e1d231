package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.StatusReport;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskReportTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final TaskReport report = new TaskReport(new TaskReport.Task("main", "route", 0, 2), NOON);

    @Test
    void ruleOfWhichThereIsNothingToSay_isLeftOut() {
        assertThat(at(List.of(rule("silent", 0, 0), rule("busy", 3, 0))).rules())
                .extracting(RuleStatus::rule)
                .containsExactly("busy");
    }

    @Test
    void manyRules_areToldInPartAndThoseInTroubleFirst() {
        List<RuleStatus> rules = Stream.concat(
                        IntStream.range(0, 5_000).mapToObj(i -> rule("r" + i, 1, 0)), Stream.of(rule("bad", 0, 1)))
                .toList();

        assertThat(at(rules).rules())
                .hasSize(1_000)
                .first()
                .extracting(RuleStatus::rule)
                .isEqualTo("bad");
    }

    @Test
    void problems_areToldTheLatest() {
        IntStream.range(0, 50).forEach(i -> report.problem("p" + i));

        assertThat(at(List.of()).problems()).hasSize(10).endsWith("p49");
    }

    @Test
    void watermark_beforeTheFirst_isNone() {
        assertThat(at(List.of()).watermark()).isNull();
    }

    private StatusReport at(List<RuleStatus> rules) {
        return report.at(NOON, Long.MIN_VALUE, List.of(), rules, List.of());
    }

    private static RuleStatus rule(String name, long hits, long errors) {
        return new RuleStatus("default", name, 1, hits, 0, errors, null, null, null, null, null, null, null);
    }
}
