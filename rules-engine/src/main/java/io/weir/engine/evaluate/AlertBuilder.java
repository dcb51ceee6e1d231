package io.weir.engine.evaluate;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.EnrichRequest;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why a rule fired. */
final class AlertBuilder {

    private static final Key NO_KEY = new Key(0, new byte[0]);

    private final String engine;

    AlertBuilder(String engine) {
        this.engine = engine;
    }

    /**
     * An alert of a trigger whose condition was just found true of that row. Fails with {@link RuleFailure}.
     *
     * @param key null for a rule without one
     */
    RaisedAlert build(Epoch epoch, LoadedTrigger trigger, int index, Row row, @Nullable Key key, long suppressed) {
        RulePlan plan = trigger.rule().plan();
        AlertAction action = plan.alerts().get(index);
        Key present = key == null ? NO_KEY : key;
        Map<String, @Nullable Object> keyed = plan.key() == null ? Map.of() : RowValues.of(present, plan.key());
        Alert alert = new Alert(
                id(epoch, trigger, index, row, present),
                epoch.tenant(),
                engine,
                plan.name(),
                trigger.rule().parts().rule().revision(),
                epoch.number(),
                action.severity(),
                row.time(),
                keyed,
                trigger.text(index),
                values(trigger),
                List.of(event(trigger.stream(), row)),
                suppressed,
                model(trigger));
        return new RaisedAlert(
                alert, action.topic(), enrich(alert, action, trigger), recordKey(epoch.tenant(), plan, keyed));
    }

    /** The same however often the event is evaluated, wherever. */
    private static String id(Epoch epoch, LoadedTrigger trigger, int action, Row row, Key key) {
        RulePlan plan = trigger.rule().plan();
        String identity = String.join(
                "\n",
                epoch.tenant(),
                plan.slug(),
                Integer.toString(trigger.rule().parts().rule().revision()),
                HexFormat.of().formatHex(key.values()),
                trigger.stream().schema().topic(),
                Integer.toString(row.partition()),
                Long.toString(row.offset()),
                Integer.toString(action));
        return StableHash.hex128(identity.getBytes(StandardCharsets.UTF_8));
    }

    private static String recordKey(String tenant, RulePlan plan, Map<String, @Nullable Object> key) {
        return tenant + "/"
                + (key.isEmpty()
                        ? plan.slug()
                        : key.values().stream().map(Shown::value).collect(Collectors.joining(",")));
    }

    private static Alert.TriggeringEvent event(EpochStream stream, Row row) {
        return new Alert.TriggeringEvent(
                stream.schema().name(), row.partition(), row.offset(), row.time(), RowValues.of(row, stream.schema()));
    }

    private static Map<String, @Nullable Object> values(LoadedTrigger trigger) {
        RulePlan plan = trigger.rule().plan();
        Program program = trigger.program();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < plan.lets().size(); i++) {
            Let let = plan.lets().get(i);
            values.put(let.name(), shown(program, program.let(i), let.value().type()));
        }
        for (int i = 0; i < plan.aggregates().size(); i++) {
            Aggregate aggregate = plan.aggregates().get(i);
            values.put(aggregate.label(), shown(program, program.aggregate(i), aggregate.type()));
        }
        for (int i = 0; i < plan.scores().size(); i++) {
            String label = i == 0 ? "score" : "score" + (i + 1);
            values.putIfAbsent(label, shown(program, program.score(i), Type.Scalar.FLOAT));
        }
        return values;
    }

    /** An empty sum of moneys is zero in any currency, so it has none. */
    private static @Nullable Object shown(Program program, int register, Type type) {
        Object value = program.frame.boxed(register, type);
        return value instanceof MoneyAmount money && money.currency().isEmpty()
                ? money.amount()
                : RowValues.shown(value, type);
    }

    private static Alert.@Nullable ModelScore model(LoadedTrigger trigger) {
        Program program = trigger.program();
        if (trigger.rule().plan().scores().isEmpty()) {
            return null;
        }
        ScoreCall call = program.scoreCall(0);
        Object score = program.frame.boxed(program.score(0), Type.Scalar.FLOAT);
        return new Alert.ModelScore(call.name(), call.revision(), (Double) score);
    }

    private @Nullable EnrichRequest enrich(Alert alert, AlertAction action, LoadedTrigger trigger) {
        PromptPlan prompt = action.enrichedBy();
        if (prompt == null) {
            return null;
        }
        int revision = trigger.rule().parts().prompts().getOrDefault(prompt.name(), 0);
        try {
            return new EnrichRequest(
                    alert.id(),
                    alert.tenant(),
                    engine,
                    ContractJson.MAPPER.readTree(AlertJson.write(alert)),
                    new EnrichRequest.Prompt(
                            prompt.name(),
                            revision,
                            prompt.template(),
                            prompt.timeout().toMillis(),
                            prompt.outputs().stream().map(AlertBuilder::output).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("An alert's own JSON cannot be read", e);
        }
    }

    private static EnrichRequest.Output output(PromptPlan.Output output) {
        return new EnrichRequest.Output(output.name(), output.type().text(), output.choices());
    }
}
