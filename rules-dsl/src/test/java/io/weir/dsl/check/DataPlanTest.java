package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        return compile(DECLARATIONS + "rule \"r\" " + clauses + "\nthen alert \"x\"")
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
