package io.weir.dsl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.explain.Explanation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchesTest {

    private static final long MONDAY = Duration.ofDays(4).toMillis();

    @ParameterizedTest
    @CsvSource({
        "'', 30 days, 22.5, false",
        "'', 1 day, 0.75, false",
        "every 1 hour, 1 day, 1, true",
        "every 1 hour, 1 hour, 1, true",
        "every 90 minutes, 4 hours, 0.5, true",
        "every 1 week, 4 weeks, 168, true",
        "every 1 minute, 1 day, 0.75, false",
    })
    void panes_ofAWindow_divideItAndTheTimeBetweenBoundaries(String every, String length, double hours, boolean fits) {
        RulePlan rule = rule(every, "approximate distinct t over the last " + length + " > 3");

        Sketches panes = Sketches.of(rule.aggregates().get(0), rule.timing());

        assertThat(panes.width()).isEqualTo(Math.round(hours * 3_600_000));
        assertThat(panes.fits()).isEqualTo(fits);
        if (rule.timing() instanceof Timing.Every each && fits) {
            long boundary = each.boundary(9 * MONDAY);
            assertThat(Math.floorMod(boundary - panes.origin(), panes.width())).isZero();
        }
    }

    @Test
    void explanation_saysErrorAndBytes() {
        assertThat(Explanation.of(rule("", "approximate distinct t where n > 1 over the previous 30 days > 3")))
                .contains("the approximate number of different t of A where n is more than 1 over the previous 30 days")
                .contains(
                        "  state     a key: at most 113 kB for sketches of A where n is more than 1 of the last 30 days,"
                                + " with a standard error of 1.6 %; the window begins up to 1350 minutes too early\n");
        assertThat(Explanation.of(rule("every 1 day", "approximate percentile 99 of n over the last 30 days > 3")))
                .contains("  state     a key: at most 167 kB for sketches of A of the last 30 days,"
                        + " with a rank that is off by up to 1 %\n");
    }

    @Test
    void approximate_alone_isAName() {
        assertThat(compile("rule \"r\" on B when approximate > 3 then alert \"{approximate}\"")
                        .ok())
                .isTrue();
    }

    private static RulePlan rule(String every, String condition) {
        Compilation compiled = compile("rule \"r\" on A by k " + every + " when " + condition + " then alert \"x\"");
        assertThat(compiled.ok()).as(compiled.diagnostics().toString()).isTrue();
        return compiled.rules().get(0);
    }

    private static Compilation compile(String rule) {
        String events = "event A { k: text, n: int, t: text?, at: timestamp } time at\n"
                + "event B { approximate: int, at: timestamp } time at\n";
        return RuleCompiler.compile(List.of(new Source("a.weir", events + rule)));
    }
}
