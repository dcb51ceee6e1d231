package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.Follow;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Template;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowPlanTest {

    private static final String EVENTS = """
            event Cart { cartId: text, total: money EUR, items: int, at: timestamp } time at
            event Checkout { cartId: text, total: money EUR, items: int, express: bool?, at: timestamp } time at
            event Emptied { cartId: text, items: int, at: timestamp } time at
            event Elsewhere { orderId: text, at: timestamp } time at
            """;

    @Test
    void cartAbandoned_planned_isTheContracts() {
        RulePlan plan = rule("on Cart as cart by cartId when not followed by Checkout within 1 hour "
                + "then alert \"{cartId} left {cart.total}\"");

        Follow follow = follow(plan);
        assertThat(follow.negated()).isTrue();
        assertThat(follow.streams()).extracting(StreamSchema::name).containsExactly("Checkout");
        assertThat(follow.alias()).isNull();
        assertThat(follow.where()).isNull();
        assertThat(follow.within()).isEqualTo(Duration.ofHours(1));
        assertThat(when(plan).tiers()).hasSize(1);
        assertThat(when(plan).tiers().get(0).condition()).isEqualTo(TierCheck.ALWAYS);
        assertThat(shown(plan)).containsExactly("`Cart`.`cartId`", "`Cart`.`total`");
    }

    @Test
    void followedBy_oneOfTwo_showsWhatBothHave() {
        RulePlan plan = rule("on Cart by cartId when total > 5 EUR and followed by Checkout or Emptied as end "
                + "where items < Cart.items within 10 minutes and items > 1 then alert \"{items} {end.items}\"");

        assertThat(when(plan).tiers().get(0).condition().canonical())
                .isEqualTo("and(>(`Cart`.`total`, 5 EUR), >(`Cart`.`items`, 1))");
        assertThat(follow(plan).negated()).isFalse();
        assertThat(follow(plan).streams()).extracting(StreamSchema::name).containsExactly("Checkout", "Emptied");
        assertThat(follow(plan).alias()).isEqualTo("end");
        assertThat(follow(plan).where().canonical()).isEqualTo("<(`Checkout`.`items`, triggering `Cart`.`items`)");
        assertThat(shown(plan)).containsExactly("`Cart`.`items`", "follower `Checkout`.`items`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cart as c | Cart as d | items > c.items and d.total > 1 EUR"
                        + " | and(>(`Cart`.`items`, triggering `Cart`.`items`), >(`Cart`.`total`, 1 EUR))",
                "Cart as c | Cart | Cart.items > c.items | >(`Cart`.`items`, triggering `Cart`.`items`)",
                "Cart | Cart | items > Cart.items | >(`Cart`.`items`, triggering `Cart`.`items`)",
                "Cart | Checkout or Emptied | Emptied.items > 1 or Checkout.express"
                        + " | or(>(`Emptied`.`items`, 1), `Checkout`.`express`)",
                "Cart | Checkout | items > double | >(`Checkout`.`items`, let `double`)",
            })
    void where_ofTheFollower_readsItBareAndTheTriggerByName(String on, String by, String where, String canonical) {
        RulePlan plan = rule(
                "on %s by cartId let double = items * 2 when followed by %s where %s within 1 hour then alert \"x\""
                        .formatted(on, by, where));

        assertThat(follow(plan).where().canonical()).isEqualTo(canonical);
    }

    @Test
    void follower_withoutAnAlias_isCalledByItsStream() {
        RulePlan plan = rule(
                "on Cart by cartId when (count of Cart over the last 1 day > 3 and followed by Checkout within 1 day) "
                        + "then alert \"{Checkout.total} {count}\" at most once per 1 day");

        assertThat(shown(plan)).containsExactly("follower `Checkout`.`total`", "aggregate 0");
        assertThat(when(plan).tiers().get(0).condition().canonical()).isEqualTo(">(aggregate 0, 3)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by cartId when not (followed by Checkout within 1 hour) then alert \"x\" | E123",
                "by cartId when items > 1 or followed by Checkout within 1 hour then alert \"x\" | E123",
                "by cartId let x = followed by Checkout within 1 hour when x then alert \"x\" | E123",
                "by cartId when followed by Checkout where (followed by Emptied within 1 hour) within 1 hour then alert \"x\" | E123",
                "by cartId when followed by Checkout within 1 hour and not followed by Emptied within 1 hour then alert \"x\" | E110",
                "when followed by Checkout within 1 hour then alert \"x\" | E407",
                "by cartId when followed by Chekout within 1 hour then alert \"x\" | E201",
                "by cartId when followed by Checkout or Checkout within 1 hour then alert \"x\" | E210",
                "by cartId when followed by Checkout as Cart within 1 hour then alert \"x\" | E210",
                "by cartId when followed by Elsewhere within 1 hour then alert \"x\" | E213",
                "by cartId when followed by Checkout within 500 days then alert \"x\" | E405",
                "by cartId when followed by Checkout within 5 km then alert \"x\" | E313",
                "by cartId when followed by Checkout or Emptied as e where total > 1 EUR within 1 hour then alert \"x\" | E204",
                "by cartId when followed by Checkout or Emptied as e within 1 hour then alert \"{e.total}\" | E204",
                "by cartId when followed by Checkout as e within 1 hour then alert \"{e.totl}\" | E203",
                "by cartId when not followed by Checkout as e within 1 hour then alert \"{e.total}\" | E252",
                "by cartId when followed by Checkout as e within 1 hour and e.items > 3 then alert \"x\" | E252",
                "by cartId when followed by Checkout where x.items > 3 within 1 hour then alert \"x\" | E212",
                "by cartId when followed by Checkout where items within 1 hour then alert \"x\" | E301",
                "by cartId when followed by Checkout where count of Cart over the last 1 hour > 3 within 1 hour then alert \"x\" | E420",
                "by cartId sequence within 1 hour a: when followed by Checkout within 1 hour then alert \"x\" | E123",
            })
    void mistake_inAFollow_isReportedOnce(String clauses, String code) {
        assertThat(compile("on Cart " + clauses).diagnostics())
                .extracting(Renderer.plain()::render)
                .singleElement()
                .asString()
                .contains(" " + code + ":");
    }

    private static Follow follow(RulePlan plan) {
        return when(plan).follow();
    }

    private static RuleBody.When when(RulePlan plan) {
        return (RuleBody.When) plan.body();
    }

    private static List<String> shown(RulePlan plan) {
        return plan.alerts().get(0).text().parts().stream()
                .filter(Template.Value.class::isInstance)
                .map(part -> ((Template.Value) part).value().canonical())
                .toList();
    }

    private static RulePlan rule(String clauses) {
        Compilation compiled = compile(clauses);
        assertThat(compiled.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(Renderer.plain()::render)
                .isEmpty();
        return compiled.rules().get(0);
    }

    private static Compilation compile(String clauses) {
        return RuleCompiler.compile(List.of(new Source("a.weir", EVENTS + "rule \"r\" " + clauses)));
    }
}
