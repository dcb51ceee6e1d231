package io.weir.engine.evaluate;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.TestPlan.Expected;
import io.weir.dsl.plan.TestPlan.ExpectedAlert;
import io.weir.dsl.plan.TestPlan.ExpectedEmit;
import io.weir.dsl.plan.TestPlan.ExpectedRoute;
import io.weir.engine.evaluate.TestOutcome.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each expectation an outcome of its own. As many as can be are matched, whichever of several a loose expectation
 * could take: Kuhn's algorithm, by augmenting paths.
 */
final class TestComparison {

    private final List<Expected> expected;
    private final List<Outcome> outcomes;
    /** By outcome: the expectation that has it, or -1. */
    private final int[] takenBy;
    /** By outcome: the last expectation for which it was tried. */
    private final int[] triedFor;
    /** Outcomes that a search in vain has tried: no later one finds a way through them either. */
    private final boolean[] dead;

    private TestComparison(List<Expected> expected, List<Outcome> outcomes) {
        // Those that say most first: the others take what is left, and hardly any has to give way.
        this.expected = expected.stream()
                .sorted(Comparator.comparingInt(TestComparison::said).reversed())
                .toList();
        this.outcomes = outcomes;
        this.takenBy = new int[outcomes.size()];
        this.triedFor = new int[outcomes.size()];
        this.dead = new boolean[outcomes.size()];
        Arrays.fill(takenBy, -1);
        Arrays.fill(triedFor, -1);
    }

    /** By time; what is expected at no certain time, and did not happen, comes last. */
    static List<Line> of(List<Expected> expected, List<Outcome> outcomes) {
        return new TestComparison(expected, outcomes).lines();
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
            lines.add(new Line(takenBy[i] < 0 ? null : expected.get(takenBy[i]), outcomes.get(i)));
        }
        lines.sort(Comparator.comparingLong(TestComparison::time));
        return lines;
    }

    /** A free outcome first, as a search through the taken ones goes deep. */
    private boolean match(int expectation, int root) {
        for (int i = 0; i < takenBy.length; i++) {
            if (takenBy[i] < 0 && fits(expected.get(expectation), outcomes.get(i))) {
                takenBy[i] = expectation;
                return true;
            }
        }
        return displace(expectation, root);
    }

    private boolean displace(int expectation, int root) {
        for (int i = 0; i < takenBy.length; i++) {
            if (!dead[i] && triedFor[i] != root && fits(expected.get(expectation), outcomes.get(i))) {
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
        } else if (expectation instanceof ExpectedEmit emit) {
            said += emit.values().size();
        }
        return said;
    }

    private static boolean fits(Expected expectation, Outcome outcome) {
        if (expectation.at() != null && expectation.at() != outcome.time()) {
            return false;
        } else if (outcome instanceof RaisedAlert raised) {
            return expectation instanceof ExpectedAlert expected && fits(expected, raised.alert());
        }
        SentEvent sent = (SentEvent) outcome;
        return expectation instanceof ExpectedRoute route
                        && sent.name() == null
                        && route.topic().equals(sent.topic())
                || expectation instanceof ExpectedEmit emit && fits(emit, sent);
    }

    private static boolean fits(ExpectedAlert expected, Alert alert) {
        return (expected.severity() == null || expected.severity() == alert.severity())
                && (expected.text() == null || expected.text().equals(alert.text()));
    }

    private static boolean fits(ExpectedEmit expected, SentEvent sent) {
        return expected.name().equals(sent.name())
                && expected.values().entrySet().stream()
                        .allMatch(entry -> same(entry.getValue(), sent.fields().get(entry.getKey())));
    }

    /** A number is the same whatever its digits after the last that counts; a time stands as a text in what was sent. */
    private static boolean same(Object expected, @Nullable Object sent) {
        if (sent instanceof String text && expected instanceof Long millis) {
            return text.equals(AlertJson.time(millis));
        } else if (expected instanceof MoneyAmount money) {
            return sent instanceof MoneyAmount other
                    && money.currency().equals(other.currency())
                    && money.amount().compareTo(other.amount()) == 0;
        } else if (expected instanceof Number number && sent instanceof Number other) {
            return decimal(number).compareTo(decimal(other)) == 0;
        }
        return expected.equals(sent);
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static long time(Line line) {
        Outcome happened = line.happened();
        Expected lacking = line.expected();
        Long at = happened != null ? (Long) happened.time() : lacking == null ? null : lacking.at();
        return at == null ? Long.MAX_VALUE : at;
    }
}
