package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Level;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Template;
import io.weir.dsl.plan.Type;
import io.weir.dsl.plan.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RuleCompilerTest {

    static final List<String> FILES = Examples.ALL;

    @ParameterizedTest
    @FieldSource("FILES")
    void example_compiles_withoutErrors(String file) {
        Compilation compiled = RuleCompiler.compile(List.of(Examples.source(file)));

        assertThat(Renderer.plain().render(errors(compiled))).isEmpty();
        assertThat(compiled.rules()).hasSameSizeAs(ofKind(compiled, ArtifactKind.RULE));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void example_compiledTwice_isTheSame(String file) {
        assertThat(RuleCompiler.compile(List.of(Examples.source(file))))
                .isEqualTo(RuleCompiler.compile(List.of(Examples.source(file))));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void declaration_compiledAlone_givesTheSamePlan(String file) {
        Compilation whole = RuleCompiler.compile(List.of(Examples.source(file)));

        for (Declaration declaration : whole.declarations()) {
            Compilation alone = RuleCompiler.compile(
                    whole.environment(), List.of(new Source(declaration.slug(), declaration.text())));

            assertThat(alone.ok()).isTrue();
            assertThat(alone.environment()).isEqualTo(whole.environment());
            assertThat(whole.rules()).containsAll(alone.rules());
            assertThat(alone.declarations()).extracting(Declaration::text).containsExactly(declaration.text());
        }
    }

    @Test
    void event_declared_givesItsSchema() {
        StreamSchema schema = payments().environment().streams().get("Payment");

        assertThat(schema.topic()).isEqualTo("payments");
        assertThat(schema.lateness()).isEqualTo(Duration.ofSeconds(5));
        assertThat(schema.timeSlot()).isEqualTo(schema.slotOf("at"));
        assertThat(schema.fields().get(schema.slotOf("cardId")).path()).containsExactly("card", "id");
        assertThat(schema.fields().get(schema.slotOf("amount")))
                .isEqualTo(
                        new Field("amount", new Type.Money(null), false, List.of("amount"), schema.slotOf("currency")));
        assertThat(payments().environment().streams().get("Refund"))
                .extracting(StreamSchema::topic, StreamSchema::format)
                .containsExactly("refund", Format.CSV);
    }

    @Test
    void tally_compiled_isACountOverTheLast() {
        RulePlan plan = rule("Failed-login burst");

        assertThat(plan.key()).isEqualTo(new KeySpec(List.of(new KeySpec.Part("userId", Type.Scalar.TEXT))));
        assertThat(plan.when().canonical()).isEqualTo(">(aggregate 0, 10)");
        Aggregate count = plan.aggregates().get(0);
        assertThat(count.function()).isEqualTo(AggregateFunction.COUNT);
        assertThat(count.series()).isEqualTo("series(`Login`, 1, is(`Login`.`outcome`, \"failed\"))");
        assertThat(count.window()).isEqualTo(new Window.Time(Duration.ofMinutes(5), true));
        assertThat(plan.alerts().get(0).atMostOncePer()).isEqualTo(Duration.ofMinutes(30));
        assertThat(plan.alerts().get(0).severity()).isEqualTo(Severity.HIGH);
        assertThat(plan.alerts().get(0).text().parts())
                .containsExactly(
                        new Template.Value("userId", field(plan, "userId")),
                        new Template.Literal(": "),
                        new Template.Value("count", new Expr.AggregateOf(0, Type.Scalar.INT)),
                        new Template.Literal(" failures"));
    }

    @Test
    void score_filledByNames_isWidened() {
        RulePlan plan = rule("Model-scored fraud");

        assertThat(plan.scores()).hasSize(1);
        assertThat(plan.scores().get(0).inputs())
                .extracting(Expr::canonical)
                .containsExactly("as float(`Payment`.`amount`)", "as float(let `velocity`)");
        assertThat(plan.aggregates()).extracting(Aggregate::label).containsExactly("velocity");
        assertThat(plan.when().canonical()).isEqualTo("and(>(score 0, 0.92f), >(`Payment`.`amount`, 500 EUR))");
        assertThat(plan.alerts().get(0).enrichedBy()).isNotNull();
        assertThat(plan.alerts().get(0).topic()).isEqualTo("fraud.alerts");
    }

    @Test
    void aggregate_ofAnotherStream_readsThatStreamAlone() {
        RulePlan plan = rule("More refunds than payments");

        assertThat(plan.on()).extracting(RulePlan.Trigger::alias).containsExactly("paid", "Refund");
        assertThat(plan.on().get(0).where().canonical()).isEqualTo("in(`Payment`.`country`, [\"KP\", \"SY\"])");
        assertThat(plan.aggregates())
                .extracting(Aggregate::series)
                .containsExactly(
                        "series(`Refund`, `Refund`.`amount`, true)",
                        "series(`Refund`, 1, and(>=(`Refund`.`amount`, 10 EUR), <=(`Refund`.`amount`, 20 EUR)))");
    }

    @Test
    void rule_withAnError_leavesTheOthers() {
        String text = Examples.text("payments.weir").replaceFirst("homeCountry\n   and", "homeCuntry\n   and");

        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", text)));

        assertThat(errors(compiled))
                .extracting(Diagnostic::code)
                .extracting(code -> code.id())
                .containsExactly("E203");
        assertThat(compiled.rules()).hasSize(payments().rules().size() - 1);
        assertThat(compiled.ok()).isFalse();
    }

    @Test
    void rule_overABrokenEvent_isNotPlannedAndNotComplainedOf() {
        String text = Examples.text("payments.weir").replace("country: text?", "country: txt?");

        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", text)));

        assertThat(errors(compiled)).extracting(d -> d.code().id()).containsExactly("E209");
        assertThat(compiled.rules())
                .extracting(RulePlan::name)
                .containsExactly("Failed-login burst", "Anything at all");
        assertThat(compiled.environment().streams()).doesNotContainKey("Payment");
    }

    @Test
    void rulesCompiledOneByOne_overTheSameEnvironment_arePlannedAsTogether() {
        Environment base = payments().environment();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sources.add(new Source(
                    "r" + i,
                    "rule \"Burst " + i + "\"\n  on Login by userId\n  when more than " + i
                            + " Login where outcome is \"failed\" within 5 minutes\n"
                            + "  then alert \"{userId}: {count}\" at most once per 1 hour\n"));
        }

        List<RulePlan> oneByOne = sources.stream()
                .flatMap(source -> RuleCompiler.compile(base, List.of(source)).rules().stream())
                .toList();

        assertThat(oneByOne)
                .hasSize(100)
                .usingRecursiveComparison()
                .isEqualTo(RuleCompiler.compile(base, sources).rules());
    }

    private static Compilation payments() {
        return RuleCompiler.compile(List.of(Examples.source("payments.weir")));
    }

    private static RulePlan rule(String name) {
        return payments().rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Expr field(RulePlan plan, String name) {
        StreamSchema schema = plan.on().get(0).stream();
        int slot = schema.slotOf(name);
        return new Expr.FieldOf(0, schema.name(), slot, schema.fields().get(slot));
    }

    private static List<Diagnostic> errors(Compilation compiled) {
        return compiled.diagnostics().stream()
                .filter(diagnostic -> diagnostic.level() == Level.ERROR)
                .toList();
    }

    private static List<Declaration> ofKind(Compilation compiled, ArtifactKind kind) {
        return compiled.declarations().stream()
                .filter(declaration -> declaration.kind() == kind)
                .toList();
    }
}
