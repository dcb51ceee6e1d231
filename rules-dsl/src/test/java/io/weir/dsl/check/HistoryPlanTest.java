package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Template;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Trend;
import io.weir.dsl.plan.Type;
import io.weir.dsl.plan.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planned for rules that look back on a key's events. */
class HistoryPlanTest {

    private static final String EVENTS = """
            event A {
              k: text, n: int, d: decimal, f: float, eur: money EUR, risk: float, t: text?, place: geo, took: duration
              home: { zip: text, rooms: int }
              at: timestamp
            } time at
            event B { k: text, n: int, t: text?, at: timestamp } time at
            event C { card: text, n: int, owner: { k: text }, at: timestamp } time at
            """;

    @ParameterizedTest
    @CsvSource({
        "average of n, decimal",
        "stddev of n, decimal",
        "stddev of d, decimal",
        "stddev of f, float",
        "stddev of eur, money EUR",
        "median of n, int",
        "median of took, duration",
        "percentile 99.9 of eur, money EUR",
        "percentile 100 of at, timestamp",
        "highest took, duration",
        "distinct t, int",
        "distinct n, int",
        "first place, geo",
        "last t, text",
        "last home.zip, text",
        "sum of home.rooms, int",
        "first (n * 2), int",
        "last B.t, text",
        "count of A, int",
    })
    void aggregate_planned_hasItsType(String aggregate, String type) {
        RulePlan plan = rule("on A by k let x = " + aggregate + " over the last 10 events when x is present");

        assertThat(plan.aggregates()).hasSize(1);
        assertThat(plan.aggregates().get(0).type().text()).isEqualTo(type);
    }

    @Test
    void aggregates_ofEachWindow_keepIt() {
        RulePlan plan =
                rule("on A by k when sum of n over the last 1 hour > 1 and sum of n over the previous 1 hour > 1\n"
                        + "and sum of n over the last 10 events > 1 and sum of n over the previous 10_000 events > 1");

        assertThat(plan.aggregates())
                .extracting(Aggregate::window)
                .containsExactly(
                        new Window.Time(Duration.ofHours(1), true),
                        new Window.Time(Duration.ofHours(1), false),
                        new Window.Events(10, true),
                        new Window.Events(10_000, false));
        assertThat(plan.aggregates()).extracting(Aggregate::series).containsOnly("series(`A`, `A`.`n`, true)");
    }

    @Test
    void percentiles_ofOneRank_areOneAggregate() {
        RulePlan plan =
                rule("on A by k when percentile 95 of n over the last 1 hour > percentile 5 of n over the last 1 hour\n"
                        + "and percentile 95.0 of n over the last 1 hour > 3");

        assertThat(plan.aggregates())
                .extracting(Aggregate::rank)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("95"), new BigDecimal("5"));
    }

    @Test
    void differentValues_counted_areDistinct() {
        RulePlan plan = rule("on A by k when at least 3 different t of B where n > 1 within 1 hour");

        assertThat(plan.aggregates())
                .extracting(Aggregate::function, Aggregate::series, Aggregate::label)
                .containsExactly(tuple(AggregateFunction.DISTINCT, "series(`B`, `B`.`t`, >(`B`.`n`, 1))", "distinct"));
        assertThat(plan.when().canonical()).isEqualTo(">=(aggregate 0, 3)");
    }

    @Test
    void triggeringEvent_inAnAggregate_isTheRulesOwn() {
        RulePlan plan = rule("on A as here by k when count of A where t is here.t and n > 1 over the last 1 hour > 1\n"
                + "and count of B where here.n is n over the last 1 hour > 1\n"
                + "and count of B where A.t = t over the last 1 hour > 1\n"
                + "and count of A where t is A.t over the last 1 hour > 1");

        assertThat(plan.aggregates())
                .extracting(Aggregate::series)
                .containsExactly(
                        "series(`A`, 1, and(is(`A`.`t`, triggering `A`.`t`), >(`A`.`n`, 1)))",
                        "series(`B`, 1, is(triggering `A`.`n`, `B`.`n`))",
                        "series(`B`, 1, is(triggering `A`.`t`, `B`.`t`))",
                        "series(`A`, 1, is(`A`.`t`, `A`.`t`))");
    }

    @Test
    void previousEvents_asked_areKeptOnceEach() {
        RulePlan plan = rule("on A by k let there = previous B within 1 day let it = there\n"
                + "when there.n > 1 and it.t is present and it is present and (previous B within 1 day) is present\n"
                + "and previous B.n > 1 and previous n > 1 and previous home.rooms > 1");

        assertThat(plan.previous())
                .extracting(
                        event -> event.stream() == null ? "" : event.stream().name(), PreviousEvent::within)
                .containsExactly(tuple("B", Duration.ofDays(1)), tuple("B", null), tuple("", null));
        assertThat(plan.when().canonical())
                .isEqualTo("and(>(previous 0 `B`.`n`, 1), not(missing(previous 0 `B`.`t`)), not(missing(let `it`)), "
                        + "not(missing(previous 0 `B`)), >(previous 1 `B`.`n`, 1), >(previous 2 `A`.`n`, 1), "
                        + ">(previous 2 `A`.`home.rooms`, 1))");
        assertThat(plan.lets().get(0).value().type()).isEqualTo(new Type.Event("B"));
    }

    @Test
    void previousField_ofSeveralStreams_isOfAny() {
        RulePlan plan = rule("on B, A by k when n > previous n");

        Expr.FieldOfEvent previous = (Expr.FieldOfEvent) ((Expr.Binary) plan.when()).right();
        assertThat(previous.event()).isEqualTo(new EventRef.Previous(0));
        assertThat(previous.streamName()).isEqualTo("B");
        assertThat(plan.previous()).containsExactly(new PreviousEvent(null, null));
    }

    @Test
    void trends_planned_areUnfolded() {
        RulePlan plan = rule("on A by k let x = n + 1 let y = x * 2\n"
                + "when y increases 4 times in a row within 1 hour and eur decreases 1 times in a row\n"
                + "and y increases 4 times in a row within 1 hour");

        assertThat(plan.trends())
                .extracting(Trend::increases, trend -> trend.operand().canonical(), Trend::times, Trend::within)
                .containsExactly(
                        tuple(true, "*(+(`A`.`n`, 1), 2)", 4, Duration.ofHours(1)), tuple(false, "`A`.`eur`", 1, null));
        assertThat(plan.when().canonical()).isEqualTo("and(trend 0, trend 1, trend 0)");
    }

    @Test
    void timedRules_planned_knowTheirKey() {
        RulePlan every = rule("on A by k, home.zip every 4 hours\n"
                + "when count of A over the last 1 day > 1 and k is not \"x\" and A.home.zip is \"y\"");
        RulePlan session = rule("on A where n > 1 by k at the end of each session with a gap of 30 minutes\n"
                + "when count of B over the session > 1 and sum of n over the last 1 day > 1");

        assertThat(every.timing()).isEqualTo(new Timing.Every(Duration.ofHours(4)));
        assertThat(every.when().canonical())
                .isEqualTo("and(>(aggregate 0, 1), is not(key `k`, \"x\"), is(key `home.zip`, \"y\"))");
        assertThat(session.timing()).isEqualTo(new Timing.SessionEnd(Duration.ofMinutes(30)));
        assertThat(session.aggregates())
                .extracting(Aggregate::window)
                .containsExactly(new Window.Session(), new Window.Time(Duration.ofDays(1), true));
    }

    @Test
    void key_ofAnotherName_isKnownInTheOtherStream() {
        RulePlan plan = rule("on C, A by k, in C owner.k, in B t when count of B over the last 1 day > 1 and n > 1");

        assertThat(plan.key().parts()).extracting(part -> part.field()).containsExactly("k");
        assertThat(plan.key().elsewhere()).isEqualTo(Map.of("C", List.of("owner.k"), "B", List.of("t")));
        Template.Value shown = plan.alerts().get(0).text().parts().stream()
                .filter(Template.Value.class::isInstance)
                .map(Template.Value.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(shown.value()).isEqualTo(new Expr.KeyOf(0, "k", Type.Scalar.TEXT));
    }

    @Test
    void rule_withoutHistory_hasNone() {
        RulePlan plan = rule("on A by k when n > 1");

        assertThat(plan.previous()).isEmpty();
        assertThat(plan.trends()).isEmpty();
        assertThat(plan.timing()).isEqualTo(new Timing.EachEvent());
    }

    private static RulePlan rule(String clauses) {
        Compilation compiled = RuleCompiler.compile(
                List.of(new Source("a.weir", EVENTS + "rule \"r\" " + clauses + "\nthen alert \"{k}\"")));
        assertThat(compiled.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(Renderer.plain()::render)
                .isEmpty();
        return compiled.rules().get(0);
    }
}
