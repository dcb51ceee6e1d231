package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.EmitAction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sequence;
import io.weir.dsl.plan.Template;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencePlanTest {

    private static final String EVENTS = """
            event Trade { symbol: text, price: decimal, venue: text?, at: timestamp } time at
            event Login { userId: text, ok: bool, device: text?, at: timestamp } time at
            event Change { userId: text, field: text, device: text?, at: timestamp } time at
            event Payout { userId: text, amount: money EUR, iban: text, at: timestamp } time at
            event Confirmation { userId: text, at: timestamp } time at
            event Payment { cardId: text, amount: money EUR, merchant: text, home: { zip: text }, at: timestamp } time at
            model fraud given n: int returns probability else 0.0
            """;

    @Test
    void doubleBottom_planned_isTheContracts() {
        RulePlan plan = rule("""
                on Trade by symbol
                sequence strictly within 1 day
                  start: Trade
                  fall+: where price < previous price
                  rise+: where price > previous price
                  dip+:  where price < previous price
                  lift+: where price > previous price
                when last lift.price > last rise.price
                then alert "{symbol} double bottom" to topic "market.signals"
                """);

        Sequence sequence = match(plan).sequence();
        assertThat(sequence.strictly()).isTrue();
        assertThat(sequence.within()).isEqualTo(Duration.ofDays(1));
        assertThat(sequence.resumeAt()).isEqualTo(Sequence.AFTER_MATCH);
        assertThat(text(sequence)).isEqualTo("""
                start {1,1} of [0]
                fall {1,} of [] where <(`Trade`.`price`, before `Trade`.`price`)
                rise {1,} of [] where >(`Trade`.`price`, before `Trade`.`price`)
                dip {1,} of [] where <(`Trade`.`price`, before `Trade`.`price`)
                lift {1,} of [] where >(`Trade`.`price`, before `Trade`.`price`)""");
        assertThat(match(plan).tiers()).hasSize(1);
        assertThat(match(plan).tiers().get(0).condition().canonical())
                .isEqualTo(">(last of step 4 `Trade`.`price`, last of step 2 `Trade`.`price`)");
        assertThat(plan.alerts().get(0).topic()).isEqualTo("market.signals");
    }

    @Test
    void testPayment_thenALargeOne_isTwoSteps() {
        RulePlan plan = rule("""
                on Payment by cardId
                sequence within 10 minutes
                  test:  Payment where amount < 2 EUR
                  large: Payment where amount > 500 EUR and merchant is not test.merchant
                then alert "{cardId}: {amount} after {test.amount} at {test.merchant}"
                """);

        assertThat(text(match(plan).sequence())).isEqualTo("""
                test {1,1} of [0] where <(`Payment`.`amount`, 2 EUR)
                large {1,1} of [0] where and(>(`Payment`.`amount`, 500 EUR), \
                is not(`Payment`.`merchant`, last of step 0 `Payment`.`merchant`))""");
        assertThat(match(plan).tiers().get(0).condition()).isEqualTo(TierCheck.ALWAYS);
        assertThat(shown(plan))
                .containsExactly(
                        "`Payment`.`cardId`",
                        "`Payment`.`amount`",
                        "last of step 0 `Payment`.`amount`",
                        "last of step 0 `Payment`.`merchant`");
    }

    @Test
    void takeover_ofAnAccount_readsEachStepsEvent() {
        RulePlan plan = rule("""
                on Login, Change, Payout by userId
                let gap = at - login.at
                sequence within 1 hour
                  login:  Login where ok
                  change: Change where field is "password" and device is login.device
                  payout: Payout where amount > 1_000 EUR
                when gap < 30 minutes and iban starts with "XX"
                then alert critical "{userId}: {amount} to {iban}, {gap} after {login.device} changed {change.field}"
                """);

        assertThat(text(match(plan).sequence())).isEqualTo("""
                login {1,1} of [0] where `Login`.`ok`
                change {1,1} of [1] where and(is(`Change`.`field`, "password"), \
                is(`Change`.`device`, last of step 0 `Login`.`device`))
                payout {1,1} of [2] where >(`Payout`.`amount`, 1000 EUR)""");
        assertThat(match(plan).tiers().get(0).condition().canonical())
                .isEqualTo("and(<(let `gap`, 1800000), starts with(`Payout`.`iban`, \"XX\"))");
        assertThat(plan.lets().get(0).value().canonical()).isEqualTo("-(`Login`.`at`, last of step 0 `Login`.`at`)");
        assertThat(shown(plan)).contains("`Payout`.`userId`", "last of step 1 `Change`.`field`");
    }

    @Test
    void payout_withoutAConfirmationBetween_forbidsIt() {
        RulePlan plan = rule("""
                on Change, Confirmation, Payout by userId
                sequence within 1 day
                  change: Change where field is "iban"
                  quiet:  no Confirmation
                  payout: Payout
                then alert "{userId} was paid without asking"
                """);

        assertThat(text(match(plan).sequence())).isEqualTo("""
                change {1,1} of [0] where is(`Change`.`field`, "iban")
                quiet no of [1]
                payout {1,1} of [2]""");
    }

    @Test
    void loginWithNothingAfterIt_endsWithNo() {
        RulePlan plan = rule("""
                on Login, Change by userId
                sequence within 5 minutes
                  login: Login where ok
                  more?: Login
                  never: no Change where device is login.device
                then alert "{userId} {device} {at}"
                """);

        assertThat(text(match(plan).sequence())).isEqualTo("""
                login {1,1} of [0] where `Login`.`ok`
                more {0,1} of [0]
                never no of [1] where is(`Change`.`device`, last of step 0 `Login`.`device`)""");
        assertThat(shown(plan)).containsExactly("`Login`.`userId`", "`Login`.`device`", "`Login`.`at`");
    }

    @Test
    void lastEvent_thatMayBeOfTwoKinds_hasTheFieldsOfBoth() {
        RulePlan plan = rule("""
                on Login, Change, Payout by userId
                sequence within 5 minutes
                  pay:   Payout
                  login: Login
                  more*: Change
                  never: no Payout
                then alert "{device}"
                """);

        assertThat(plan.alerts().get(0).text().parts())
                .first()
                .extracting(part -> ((Template.Value) part).value())
                .isEqualTo(new Expr.FieldOf(
                        -1, "Login", 2, plan.on().get(0).stream().fields().get(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first rise.price > 1 | >(first of step 1 `Trade`.`price`, 1d)",
                "last rise.price > 1 | >(last of step 1 `Trade`.`price`, 1d)",
                "rise.price > 1 | >(last of step 1 `Trade`.`price`, 1d)",
                "price > 1 | >(`Trade`.`price`, 1d)",
                "Trade.price > 1 | >(`Trade`.`price`, 1d)",
                "previous price > 1 | >(before `Trade`.`price`, 1d)",
                "lowest rise.price > 1 | >(lowest of step 1(`Trade`.`price`), 1d)",
                "sum of rise.price > 1 | >(sum of step 1(`Trade`.`price`), 1d)",
                "count of rise > 1 | >(count of step 1(), 1)",
                "(count of rise where price > 5 and rise.venue is present) > 1"
                        + " | >(count of step 1() where and(>(`Trade`.`price`, 5d), not(missing(`Trade`.`venue`))), 1)",
                "percentile 95 of rise.price > 1 | >(percentile 95 of step 1(`Trade`.`price`), 1d)",
                "distinct rise.venue > 1 | >(distinct of step 1(`Trade`.`venue`), 1)",
                "highest (rise.price * 2) > 1 | >(highest of step 1(*(`Trade`.`price`, 2d)), 1d)",
                "first (rise.price * 2) > 1 | >(*(first of step 1 `Trade`.`price`, 2d), 1d)",
                "(first rise.venue where price > 1) is \"x\""
                        + " | is(first of step 1(`Trade`.`venue`) where >(`Trade`.`price`, 1d), \"x\")",
                "maybe is missing | missing(last of step 2 `Trade`)",
                "first maybe is present | not(missing(first of step 2 `Trade`))",
                "(maybe.price else 3) > 1 | >(else(last of step 2 `Trade`.`price`, 3d), 1d)",
                "count of Trade over the last 1 day > 1 | >(aggregate 0, 1)",
                "score of fraud given n: (count of rise) > 0.5 | >(score 0, 0.5f)",
            })
    void when_ofASequence_readsItsSteps(String condition, String canonical) {
        RulePlan plan = rule("""
                on Trade by symbol
                sequence within 1 day
                  start: Trade
                  rise+: where price > previous price and count of rise < 5
                  maybe?: where price > lowest rise.price
                  end:   where price < first rise.price
                when %s then alert "{symbol}"
                """.formatted(condition));

        assertThat(match(plan).tiers().get(0).condition().canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price > rise.price | >(`Trade`.`price`, `Trade`.`price`)",
                "price > first rise.price | >(`Trade`.`price`, first of step 1 `Trade`.`price`)",
                "price > lowest rise.price | >(`Trade`.`price`, lowest of step 1(`Trade`.`price`))",
                "count of rise <= 3 | <=(count of step 1(), 3)",
                "limit > first start.price | >(let `limit`, first of step 0 `Trade`.`price`)",
                "climb > 1 | >(let `climb`, 1d)",
            })
    void step_ofItself_countsTheEventThatMayBeItsNext(String condition, String canonical) {
        RulePlan plan = rule("""
                on Trade by symbol
                let limit = price * 2
                let climb = price - start.price
                sequence strictly within 1 day start: Trade rise+: where %s end: where price < 1
                then alert "{symbol} {climb}"
                """.formatted(condition));

        assertThat(match(plan).sequence().steps().get(1).where().canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"after match, -1", "at next, -2", "at rise, 1", "at end, 2"})
    void resume_planned_isTheStepOrAMark(String place, int resume) {
        RulePlan plan = rule("on Trade by symbol sequence strictly start: rise{2,3}: end: where price > 3 "
                + "then resume " + place + " then alert \"{symbol}\"");

        assertThat(match(plan).sequence().resumeAt()).isEqualTo(resume);
        assertThat(match(plan).sequence().within()).isNull();
        assertThat(text(match(plan).sequence())).startsWith("start {1,1} of []\nrise {2,3} of []\nend");
    }

    @Test
    void fieldOfARecord_inAStep_isCalledByItsPath() {
        RulePlan plan =
                rule("on Payment by cardId sequence within 1 hour a: Payment b: where home.zip is not a.home.zip "
                        + "then emit Moved { from: a.home.zip, to: home.zip, times: (count of b) } to topic \"moved\"");

        assertThat(match(plan).sequence().steps().get(1).where().canonical())
                .isEqualTo("is not(`Payment`.`home.zip`, last of step 0 `Payment`.`home.zip`)");
        assertThat(((EmitAction) plan.actions().get(0)).fields())
                .extracting(field -> field.value().canonical())
                .containsExactly("last of step 0 `Payment`.`home.zip`", "`Payment`.`home.zip`", "count of step 1()");
    }

    @Test
    void tiers_behindTheSteps_seeTheSameMatch() {
        RulePlan plan = rule("on Trade by symbol sequence strictly within 1 hour a: b+: where price > previous price "
                + "when count of b > 5 then alert high \"{symbol}\" otherwise when last b.price > a.price * 2 "
                + "then alert low \"{price} after {a.price}\"");

        assertThat(match(plan).tiers())
                .extracting(tier -> tier.condition().canonical())
                .containsExactly(
                        ">(count of step 1(), 5)",
                        ">(last of step 1 `Trade`.`price`, *(last of step 0 `Trade`.`price`, 2d))");
    }

    private static String text(Sequence sequence) {
        return sequence.steps().stream().map(SequencePlanTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(Sequence.Step step) {
        String most = step.most() == Sequence.Step.UNBOUNDED ? "" : "" + step.most();
        return step.name() + (step.forbidden() ? " no" : " {" + step.least() + "," + most + "}") + " of "
                + step.streams()
                + (step.where() == null ? "" : " where " + step.where().canonical());
    }

    private static List<String> shown(RulePlan plan) {
        return plan.alerts().get(0).text().parts().stream()
                .filter(Template.Value.class::isInstance)
                .map(part -> ((Template.Value) part).value().canonical())
                .toList();
    }

    private static RuleBody.Match match(RulePlan plan) {
        return (RuleBody.Match) plan.body();
    }

    private static RulePlan rule(String clauses) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", EVENTS + "rule \"r\" " + clauses)));
        assertThat(compiled.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(Renderer.plain()::render)
                .isEmpty();
        return compiled.rules().get(0);
    }
}
