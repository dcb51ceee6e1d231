package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.dsl.Compilation;
import io.weir.dsl.Declaration;
import io.weir.dsl.Environment;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.Template;
import io.weir.dsl.plan.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, records, tables, features: what rules read besides the fields of an event. */
class DataPlanTest {

    private static final String DECLARATIONS = """
            event Order {
              id: text, n: int, d: decimal, labels: list of text, sizes: list of int, prices: list of money EUR
              total: money in currency, currency: text, eur: money EUR, sender: ip, place: geo, at: timestamp
              address: { street: text, zip: text?, country: { code: text from "iso.2", since: timestamp } from "c" }?
              paid: { amount: money in currency, tip: { amount: money in currency, currency: text } }
            } time at
            event Refund { id: text, address: { zip: text? }, at: timestamp } time at
            list @senders of ip
            list @sizes of decimal
            table fx by source, target returns decimal versioned, from topic "fx-rates"
            table limits by cardId, level: int returns { daily: money EUR, blocked: bool? }
            rates from fx
            event Walk { id: text, foot: geo, dog: { at: geo }, seen: timestamp, at: timestamp } time seen
            event Step { id: text, pair: { foot: geo }, at: timestamp } time at
            feature n7d on Order by id = count of Order over the last 7 days
            feature refunds on Order by id = count of Refund where id is present over the last 1 day
            """;

    @Test
    void record_inAnEvent_isItsFieldsByTheirPaths() {
        StreamSchema order = compile(DECLARATIONS).environment().streams().get("Order");

        assertThat(order.fields())
                .filteredOn(field -> field.name().contains("."))
                .extracting(Field::name, Field::path, Field::nullable, Field::currencySlot)
                .containsExactly(
                        tuple("address.street", List.of("address", "street"), true, -1),
                        tuple("address.zip", List.of("address", "zip"), true, -1),
                        tuple("address.country.code", List.of("address", "c", "iso", "2"), true, -1),
                        tuple("address.country.since", List.of("address", "c", "since"), true, -1),
                        tuple("paid.amount", List.of("paid", "amount"), false, order.slotOf("currency")),
                        tuple(
                                "paid.tip.amount",
                                List.of("paid", "tip", "amount"),
                                false,
                                order.slotOf("paid.tip.currency")),
                        tuple("paid.tip.currency", List.of("paid", "tip", "currency"), false, -1));
    }

    @Test
    void list_ofPublishedEntries_hasNoneOfItsOwn() {
        assertThat(compile(DECLARATIONS).environment().lists().values())
                .containsExactly(
                        new ListPlan("senders", Type.Scalar.IP, List.of(), true),
                        new ListPlan("sizes", Type.Scalar.DECIMAL, List.of(), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "address.country.code is \"DE\" | is(`Order`.`address.country.code`, \"DE\")",
                "Order.address.zip is present | not(missing(`Order`.`address.zip`))",
                "labels contains \"vip\" | among(\"vip\", `Order`.`labels`)",
                "labels does not contain id | not(among(`Order`.`id`, `Order`.`labels`))",
                "id not in labels | not(among(`Order`.`id`, `Order`.`labels`))",
                "n in sizes | among(`Order`.`n`, `Order`.`sizes`)",
                "d in sizes | among(`Order`.`d`, as list of decimal(`Order`.`sizes`))",
                "total in prices | among(`Order`.`total`, `Order`.`prices`)",
                "length(labels) > 2 | >(length(`Order`.`labels`), 2)",
                "sender in @senders | in @`senders`(`Order`.`sender`)",
                "n not in @sizes | not(in @`sizes`(as decimal(`Order`.`n`)))",
                "date(at, \"Europe/Madrid\") is \"2024-01-31\" | is(date(`Order`.`at`, \"Europe/Madrid\"), \"2024-01-31\")",
            })
    void condition_planned_readsData(String condition, String canonical) {
        assertThat(rule("on Order when " + condition).when().canonical()).isEqualTo(canonical);
    }

    @Test
    void tables_compiled_haveTheirColumns() {
        assertThat(compile(DECLARATIONS).environment().tables().values())
                .containsExactly(
                        new TablePlan(
                                "fx",
                                List.of(text("source"), text("target")),
                                List.of(new TablePlan.Column("value", Type.Scalar.DECIMAL, false)),
                                true,
                                "fx-rates"),
                        new TablePlan(
                                "limits",
                                List.of(text("cardId"), new TablePlan.Column("level", Type.Scalar.INT, false)),
                                List.of(
                                        new TablePlan.Column("daily", new Type.Money("EUR"), false),
                                        new TablePlan.Column("blocked", Type.Scalar.BOOL, true)),
                                false,
                                "limits"));
        assertThat(compile(DECLARATIONS).environment().rates()).isEqualTo("fx");
    }

    private static TablePlan.Column text(String name) {
        return new TablePlan.Column(name, Type.Scalar.TEXT, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fx[currency, \"EUR\"] > 1 | >(look up `fx`.`value`(`Order`.`currency`, \"EUR\"), 1d)",
                "fx[currency, \"EUR\"].value as of at > 1"
                        + " | >(look up `fx`.`value`(`Order`.`currency`, \"EUR\") as of `Order`.`at`, 1d)",
                "eur > limits[id, n].daily | >(`Order`.`eur`, look up `limits`.`daily`(`Order`.`id`, `Order`.`n`))",
                "limits[id, 1].blocked else false | else(look up `limits`.`blocked`(`Order`.`id`, 1), false)",
                "total to EUR > 5 EUR | >(to EUR by `fx`(`Order`.`total`), 5 EUR)",
                "(total * 2) to EUR as of at > eur"
                        + " | >(to EUR by `fx`(*(`Order`.`total`, 2d)) as of `Order`.`at`, `Order`.`eur`)",
                "limits[id, 1].daily to USD > 5 USD | >(to USD by `fx`(look up `limits`.`daily`(`Order`.`id`, 1)), 5 USD)",
                "elapsed from at to address.country.since > 1 hour"
                        + " | >(elapsed(`Order`.`at`, `Order`.`address.country.since`), 3600000)",
                "distance from Order to place > 1 km | >(distance(`Order`.`place`, `Order`.`place`), 1000d)",
            })
    void condition_planned_readsTables(String condition, String canonical) {
        assertThat(rule("on Order when " + condition).when().canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "distance from w.foot to s > 1 km | >(distance(`Walk`.`foot`, `Step`.`pair.foot`), 1000d)",
                "elapsed from w to Step > 1 hour | >(elapsed(`Walk`.`seen`, `Step`.`at`), 3600000)",
                "speed from s to Step > 36 km/h"
                        + " | >(speed(`Step`.`pair.foot`, `Step`.`at`, `Step`.`pair.foot`, `Step`.`at`), 10d)",
            })
    void journey_planned_goesFromPlaceToPlace(String condition, String canonical) {
        assertThat(rule("on Walk as w, Step as s when " + condition).when().canonical())
                .isEqualTo(canonical);
    }

    @Test
    void journey_fromAnEventBefore_goesByItsPlaceAndTime() {
        RulePlan plan = rule("on Step as here by id let there = previous Step within 24 hours"
                + " when speed from there to here > 36 km/h and distance from previous Step to here > 1 km");

        assertThat(plan.when().canonical())
                .isEqualTo(
                        "and(>(speed(previous 0 `Step`.`pair.foot`, previous 0 `Step`.`at`, `Step`.`pair.foot`,"
                                + " `Step`.`at`), 10d), >(distance(previous 1 `Step`.`pair.foot`, `Step`.`pair.foot`), 1000d))");
    }

    @Test
    void feature_ofATimedRule_isShown() {
        RulePlan plan = rule("on Order by id every 1 hour when n7d > 3", "{n7d}");

        assertThat(plan.aggregates()).extracting(Aggregate::label).containsExactly("n7d");
    }

    @Test
    void conversion_inAnAggregate_isOfTheCountedEvent() {
        RulePlan plan = rule("on Order by id when sum of total to EUR as of at where fx[currency, \"EUR\"] > 1"
                + " over the last 7 days > 1_000 EUR");

        assertThat(plan.aggregates())
                .extracting(Aggregate::series, Aggregate::type)
                .containsExactly(tuple(
                        "series(`Order`, to EUR by `fx`(`Order`.`total`) as of `Order`.`at`,"
                                + " >(look up `fx`.`value`(`Order`.`currency`, \"EUR\"), 1d))",
                        new Type.Money("EUR")));
    }

    @Test
    void feature_named_isTheAggregateOfItsName() {
        RulePlan plan = rule(
                "on Order, Refund by id let many = n7d * 2"
                        + " when count of Order over the last 7 days > 1 and many > refunds + count of Order over the last 1 hour");

        assertThat(plan.aggregates()).extracting(Aggregate::label).containsExactly("n7d", "refunds", "count");
        assertThat(plan.lets().get(0).value().canonical()).isEqualTo("*(aggregate 0, 2)");
        assertThat(plan.when().canonical())
                .isEqualTo("and(>(aggregate 0, 1), >(let `many`, +(aggregate 1, aggregate 2)))");
    }

    @Test
    void feature_inAText_isShown() {
        assertThat(rule("on Order by id when n > 3", "{n7d} {refunds}")
                        .alerts()
                        .get(0)
                        .text()
                        .parts())
                .filteredOn(Template.Value.class::isInstance)
                .extracting(part -> ((Template.Value) part).value().canonical())
                .containsExactly("aggregate 0", "aggregate 1");
    }

    @Test
    void alerts_watched_areAStreamLikeOthers() {
        RulePlan plan = rule("on Alert by key when count of Alert where severity is \"high\" over the last 1 hour > 3");

        assertThat(plan.on().get(0).stream()).isEqualTo(BuiltIn.ALERT);
        assertThat(plan.aggregates().get(0).stream()).isEqualTo(BuiltIn.ALERT);
    }

    @Test
    void names_publishedBefore_areAtHand() {
        Environment published = compile(DECLARATIONS).environment();

        Compilation compiled = RuleCompiler.compile(
                published,
                List.of(new Source(
                        "r.weir",
                        "rule \"r\" on Order by id when n7d > 3 and total to EUR > 5 EUR and eur > limits[id, n].daily"
                                + " and sender in @senders then alert \"x\" at most once per 1 hour")));

        assertThat(compiled.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        assertThat(compiled.rules()).hasSize(1);
    }

    @Test
    void declarations_cutApart_areArtifactsOfTheirOwn() {
        assertThat(RuleCompiler.compile(List.of(new Source("a.weir", DECLARATIONS)))
                        .declarations())
                .filteredOn(one -> one.kind().compareTo(ArtifactKind.MODEL) > 0)
                .extracting(Declaration::kind, Declaration::slug)
                .containsExactly(
                        tuple(ArtifactKind.TABLE, "fx"),
                        tuple(ArtifactKind.TABLE, "limits"),
                        tuple(ArtifactKind.RATES, "rates"),
                        tuple(ArtifactKind.FEATURE, "n7d"),
                        tuple(ArtifactKind.FEATURE, "refunds"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on Alert, Order by everything when id is \"1\"",
                "on Order, Alert by everything when id is \"1\"",
                "on Alert by everything when count of Order over the last 1 day > 3",
                "on Order by everything when count of Alert over the last 1 day > 3",
                "on Alert by everything when severity is \"low\" and followed by Order within 1 day",
                "on Order by everything let a = previous Alert when a.severity is \"low\"",
            })
    void alertsAndEvents_inOneRule_areRefusedOnce(String clauses) {
        String text = DECLARATIONS + "rule \"r\" " + clauses + " then alert \"x\" at most once per 1 day";

        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", text)));

        assertThat(compiled.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(diagnostic -> diagnostic.code().id())
                .containsExactly("E436");
        assertThat(compiled.rules()).isEmpty();
    }

    @Test
    void recordsField_ofSeveralStreams_isWhicheverTriggered() {
        RulePlan plan =
                rule("on Order as address, Refund by address.zip when address.zip is \"1\" and address.id is \"x\"");

        assertThat(plan.when().canonical()).isEqualTo("and(is(`Order`.`address.zip`, \"1\"), is(`Order`.`id`, \"x\"))");
        assertThat(plan.key()).isEqualTo(new KeySpec(List.of(new KeySpec.Part("address.zip", Type.Scalar.TEXT))));
    }

    @Test
    void recordsField_inAnAggregate_isTheCountedEventsOwn() {
        RulePlan plan = rule("on Order by address.zip when highest paid.tip.amount where address.street is \"x\""
                + " over the last 1 hour > 5 EUR and count of Refund where Refund.address.zip is present"
                + " over the last 1 hour > 3");

        assertThat(plan.aggregates())
                .extracting(aggregate -> aggregate.series())
                .containsExactly(
                        "series(`Order`, `Order`.`paid.tip.amount`, is(`Order`.`address.street`, \"x\"))",
                        "series(`Refund`, 1, not(missing(`Refund`.`address.zip`)))");
    }

    private static RulePlan rule(String clauses) {
        return rule(clauses, "x");
    }

    private static RulePlan rule(String clauses, String text) {
        return compile(DECLARATIONS + "rule \"r\" " + clauses + "\nthen alert \"" + text + "\"")
                .rules()
                .get(0);
    }

    private static Compilation compile(String text) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", text)));
        assertThat(compiled.diagnostics())
                .filteredOn(diagnostic -> diagnostic.isError())
                .extracting(diagnostic -> Renderer.plain().render(List.of(diagnostic)))
                .isEmpty();
        return compiled;
    }
}
