package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.TestPlan.Expected;
import io.weir.dsl.plan.TestPlan.ExpectedAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestComparisonTest {

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void expectations_matchedWithAlerts_areAsManyAsCanBe(int seed) {
        Random random = new Random(seed);
        List<Alert> alerts = Stream.generate(() -> alert(random.nextInt(3), text(random), severity(random)))
                .limit(random.nextInt(6))
                .toList();
        List<Expected> expected = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            expected.add(new ExpectedAlert(
                    random.nextBoolean() ? null : severity(random),
                    random.nextBoolean() ? null : text(random),
                    random.nextBoolean() ? null : (Long) (long) random.nextInt(3)));
        }

        List<TestOutcome.Line> lines = TestComparison.of(expected, outcomes(alerts));

        assertThat(lines)
                .filteredOn(TestOutcome.Line::isAsExpected)
                .as("seed %d", seed)
                .hasSize(most(expected, alerts));
        assertThat(lines)
                .filteredOn(TestOutcome.Line::isAsExpected)
                .allMatch(line -> fits(line.expected(), ((RaisedAlert) line.happened()).alert()));
        assertThat(lines).filteredOn(line -> line.happened() != null).hasSameSizeAs(alerts);
        assertThat(lines).filteredOn(line -> line.expected() != null).hasSameSizeAs(expected);
    }

    @Test
    void manyLooseExpectationsAndManyCertainOnes_matched_takeNoTime() {
        List<Alert> alerts = IntStream.range(0, 4_000)
                .mapToObj(i -> alert(i, "u", Severity.HIGH))
                .toList();
        List<Expected> expected = new ArrayList<>();
        IntStream.range(0, 3_000).forEach(i -> expected.add(new ExpectedAlert(null, "u", null)));
        IntStream.range(0, 3_000).forEach(i -> expected.add(new ExpectedAlert(null, null, (long) i)));

        List<TestOutcome.Line> lines = TestComparison.of(expected, outcomes(alerts));

        assertThat(lines.stream().filter(TestOutcome.Line::isAsExpected).count())
                .isEqualTo(4_000);
    }

    private static List<Outcome> outcomes(List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> (Outcome) new RaisedAlert(alert, null, null, ""))
                .toList();
    }

    /** Every way to give alerts to expectations, tried. */
    private static int most(List<Expected> expected, List<Alert> alerts) {
        if (expected.isEmpty()) {
            return 0;
        }
        List<Expected> others = expected.subList(1, expected.size());
        int most = most(others, alerts);
        for (Alert alert : alerts) {
            if (fits(expected.get(0), alert)) {
                List<Alert> left = new ArrayList<>(alerts);
                left.removeIf(one -> one == alert);
                most = Math.max(most, 1 + most(others, left));
            }
        }
        return most;
    }

    private static boolean fits(Expected expected, Alert alert) {
        ExpectedAlert asked = (ExpectedAlert) expected;
        return (asked.at() == null || asked.at() == alert.time())
                && (asked.text() == null || asked.text().equals(alert.text()))
                && (asked.severity() == null || asked.severity() == alert.severity());
    }

    private static String text(Random random) {
        return random.nextBoolean() ? "a" : "b";
    }

    private static Severity severity(Random random) {
        return random.nextBoolean() ? Severity.LOW : Severity.HIGH;
    }

    private static Alert alert(long time, String text, Severity severity) {
        return new Alert("", "", "", "", 1, 1, severity, time, Map.of(), text, Map.of(), List.of(), 0, null);
    }
}
