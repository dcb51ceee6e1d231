package io.weir.engine.evaluate;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.plan.TestPlan.Expected;
import io.weir.dsl.plan.TestPlan.ExpectedAlert;
import io.weir.engine.evaluate.TestOutcome.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds for each expectation an alert of its own. As many as can be are matched, whichever of several alerts a loose expectation
 * could take: Kuhn's algorithm, by augmenting paths.
 */
final class TestComparison {

    private final List<Expected> expected;
    private final List<Alert> alerts;
    /** By alert: the expectation that has it, or -1. */
    private final int[] takenBy;
    /** By alert: the last expectation for which it was tried. */
    private final int[] triedFor;
    /** Alerts that a search in vain has tried: no later one finds a way through them either. */
    private final boolean[] dead;

    private TestComparison(List<Expected> expected, List<Alert> alerts) {
        // Those that say most first: the others take what is left, and hardly any has to give way.
        this.expected = expected.stream()
                .sorted(Comparator.comparingInt(TestComparison::said).reversed())
                .toList();
        this.alerts = alerts;
        this.takenBy = new int[alerts.size()];
        this.triedFor = new int[alerts.size()];
        this.dead = new boolean[alerts.size()];
        Arrays.fill(takenBy, -1);
        Arrays.fill(triedFor, -1);
    }

    /** By time; what is expected at no certain time, and did not happen, comes last. */
    static List<Line> of(List<Expected> expected, List<Alert> alerts) {
        return new TestComparison(expected, alerts).lines();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            if (!match(i, i)) {
                lines.add(new Line(expected.get(i), null));
                bury(i);
            }
        }
        for (int i = 0; i < takenBy.length; i++) {
            lines.add(new Line(takenBy[i] < 0 ? null : expected.get(takenBy[i]), alerts.get(i)));
        }
        lines.sort(Comparator.comparingLong(TestComparison::time));
        return lines;
    }

    /** A free alert first, as a search through the taken ones goes deep. */
    private boolean match(int expectation, int root) {
        for (int i = 0; i < takenBy.length; i++) {
            if (takenBy[i] < 0 && fits(expected.get(expectation), alerts.get(i))) {
                takenBy[i] = expectation;
                return true;
            }
        }
        return displace(expectation, root);
    }

    private boolean displace(int expectation, int root) {
        for (int i = 0; i < takenBy.length; i++) {
            if (!dead[i] && triedFor[i] != root && fits(expected.get(expectation), alerts.get(i))) {
                triedFor[i] = root;
                if (match(takenBy[i], root)) {
                    takenBy[i] = expectation;
                    return true;
                }
            }
        }
        return false;
    }

    private void bury(int root) {
        for (int i = 0; i < dead.length; i++) {
            dead[i] |= triedFor[i] == root;
        }
    }

    private static int said(Expected expectation) {
        int said = expectation.at() == null ? 0 : 1;
        if (expectation instanceof ExpectedAlert alert) {
            said += (alert.severity() == null ? 0 : 1) + (alert.text() == null ? 0 : 1);
        }
        return said;
    }

    private static boolean fits(Expected expectation, Alert alert) {
        return expectation instanceof ExpectedAlert expected
                && (expected.at() == null || expected.at() == alert.time())
                && (expected.severity() == null || expected.severity() == alert.severity())
                && (expected.text() == null || expected.text().equals(alert.text()));
    }

    private static long time(Line line) {
        Alert happened = line.happened();
        Expected lacking = line.expected();
        Long at = happened != null ? (Long) happened.time() : lacking == null ? null : lacking.at();
        return at == null ? Long.MAX_VALUE : at;
    }
}
