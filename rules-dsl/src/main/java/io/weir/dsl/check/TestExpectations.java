package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.EmitAction;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.TestPlan;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.TestDefinition;
import io.weir.dsl.syntax.TestDefinition.Moment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks what a test expects: that its rule can do such a thing, and that it can have happened by then. */
final class TestExpectations {

    private final Problems problems;
    private final Names names;
    private final TestDefinition test;
    private final @Nullable RulePlan rule;
    private final TestClock clock;

    /** @param rule null where it has mistakes, so that nothing is known of what it does */
    TestExpectations(Problems problems, Names names, TestDefinition test, @Nullable RulePlan rule) {
        this.problems = problems;
        this.names = names;
        this.test = test;
        this.rule = rule;
        this.clock = new TestClock(problems);
    }

    /** Null for nothing, and where it has mistakes. */
    TestPlan.@Nullable Expected expected(TestDefinition.Expectation expectation) {
        if (expectation instanceof TestDefinition.AlertExpected alert) {
            return alert(alert);
        } else if (expectation instanceof TestDefinition.EmitExpected emit) {
            return emit(emit);
        }
        return expectation instanceof TestDefinition.RouteExpected route ? route(route) : null;
    }

    private TestPlan.Expected alert(TestDefinition.AlertExpected expected) {
        Severity severity = expected.severity() == null ? null : Severities.of(problems, names, expected.severity());
        if (rule != null && rule.alerts().isEmpty()) {
            impossible(expected.span(), rule, "'alert'");
        } else if (rule != null
                && severity != null
                && rule.alerts().stream().noneMatch(alert -> alert.severity() == severity)) {
            impossible(expected.span(), rule, "alert of severity " + Severities.text(severity));
        }
        return new TestPlan.ExpectedAlert(
                severity, expected.text() == null ? null : expected.text().value(), at(expected.at(), expected.span()));
    }

    private TestPlan.@Nullable Expected emit(TestDefinition.EmitExpected expected) {
        Long at = at(expected.at(), expected.span());
        if (rule == null) {
            return null;
        }
        String name = expected.name().text();
        Map<String, EmitAction> emitted = rule.actions().stream()
                .filter(EmitAction.class::isInstance)
                .map(EmitAction.class::cast)
                .collect(Collectors.toMap(EmitAction::name, emit -> emit, (one, other) -> one));
        EmitAction emit = emitted.get(name);
        if (emit == null) {
            impossible(expected.name().span(), rule, "'emit " + name + "'")
                    .suggest(
                            NearNames.nearest(name, emitted.keySet()),
                            expected.name().span(),
                            "");
            return null;
        }
        return new TestPlan.ExpectedEmit(name, values(emit, expected.values()), at);
    }

    private Map<String, Object> values(EmitAction emit, Expression.@Nullable RecordLiteral values) {
        List<TestRecord.Slot> slots = emit.fields().stream()
                .map(field -> TestRecord.Slot.of(
                        Target.Kind.WORD, field.name(), field.value().type(), false))
                .toList();
        return values == null ? Map.of() : new TestRecord(problems, names, emit.name(), slots).values(values);
    }

    private TestPlan.Expected route(TestDefinition.RouteExpected expected) {
        String topic = expected.topic().value();
        Long at = at(expected.at(), expected.span());
        if (rule != null) {
            Set<String> topics = rule.body() instanceof RuleBody.Route route
                    ? route.arms().stream().map(RuleBody.Arm::topic).collect(Collectors.toSet())
                    : Set.of();
            if (!topics.contains(topic)) {
                Span span = expected.topic().span();
                TextNames.suggest(impossible(span, rule, "'route to \"" + topic + "\"'"), topic, topics, span);
            }
        }
        return new TestPlan.ExpectedRoute(topic, at);
    }

    private Problem impossible(Span span, RulePlan tested, String what) {
        return problems.report(Code.NEVER_DONE, span, tested.name(), what);
    }

    private @Nullable Long at(@Nullable Moment moment, Span expectation) {
        Moment first = test.given().stream()
                .filter(TestDefinition.Row.class::isInstance)
                .map(given -> ((TestDefinition.Row) given).at())
                .min(Comparator.comparingLong(Moment::day).thenComparingLong(Moment::millis))
                .orElse(null);
        if (first == null && !problems.isTorn(test.span())) {
            problems.report(Code.NOTHING_YET, expectation, "without a row")
                    .help("say what happens, for example: given 00:00:00 Payment { … }");
        }
        Long at = moment == null ? null : clock.millis(moment);
        Long begin = first == null || at == null ? null : clock.millis(first);
        if (moment != null && at != null && begin != null && at < begin) {
            problems.report(Code.NOTHING_YET, moment.span(), "before the first row")
                    .help("an alert has the time of the row that sets it off, or a later one");
        }
        return at;
    }
}
