package io.weir.engine.evaluate;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.EnrichRequest;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says why a rule fired. */
final class AlertBuilder {

    private static final Key NO_KEY = new Key(0, new byte[0]);

    private final String engine;

    AlertBuilder(String engine) {
        this.engine = engine;
    }

    /** Fails with {@link RuleFailure}. */
    RaisedAlert build(Firing firing, LoadedAction.Alerting alerting, long suppressed) {
        RulePlan plan = firing.rule().plan();
        AlertAction action = alerting.plan();
        Alert alert = new Alert(
                id(firing, alerting.index()),
                firing.epoch().tenant(),
                engine,
                plan.name(),
                firing.rule().parts().rule().revision(),
                firing.epoch().number(),
                action.severity(),
                firing.time(),
                RecordKeys.values(firing),
                text(firing.program(), alerting),
                values(plan, firing.program()),
                firing.events().stream().map(row -> event(firing.rule(), row)).toList(),
                suppressed,
                model(plan, firing.program()));
        return new RaisedAlert(alert, action.topic(), enrich(alert, alerting, firing), RecordKeys.of(firing));
    }

    /** The same however often it is computed, wherever. */
    private static String id(Firing firing, int action) {
        RulePlan plan = firing.rule().plan();
        Key key = firing.key() == null ? NO_KEY : firing.key();
        StringBuilder identity = new StringBuilder()
                .append(firing.epoch().tenant())
                .append('\n')
                .append(plan.slug())
                .append('\n')
                .append(firing.rule().parts().rule().revision())
                .append('\n')
                .append(HexFormat.of().formatHex(key.values()));
        if (firing.events().isEmpty()) {
            identity.append("\nat\n").append(firing.time());
        }
        for (Row row : firing.events()) {
            identity.append('\n')
                    .append(firing.rule().schema(row).topic())
                    .append('\n')
                    .append(row.partition())
                    .append('\n')
                    .append(row.offset());
        }
        identity.append('\n').append(action);
        return StableHash.hex128(identity.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Program program, LoadedAction.Alerting alerting) {
        program.run(alerting.text());
        return program.frame.asText(alerting.text().register());
    }

    private static Alert.TriggeringEvent event(LoadedRule rule, Row row) {
        StreamSchema schema = rule.schema(row);
        return new Alert.TriggeringEvent(
                schema.name(), row.partition(), row.offset(), row.time(), RowValues.of(row, schema));
    }

    private static Map<String, @Nullable Object> values(RulePlan plan, Program program) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < plan.lets().size(); i++) {
            Let let = plan.lets().get(i);
            if (!(let.value().type() instanceof Type.Event)) {
                values.put(
                        let.name(), shown(program, program.let(i), let.value().type()));
            }
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

    private static @Nullable Object shown(Program program, int register, Type type) {
        return RowValues.of(program.frame, register, type);
    }

    private static Alert.@Nullable ModelScore model(RulePlan plan, Program program) {
        if (plan.scores().isEmpty()) {
            return null;
        }
        ScoreCall call = program.scoreCall(0);
        Object score = program.frame.boxed(program.score(0), Type.Scalar.FLOAT);
        return new Alert.ModelScore(call.name(), call.revision(), (Double) score);
    }

    private @Nullable EnrichRequest enrich(Alert alert, LoadedAction.Alerting alerting, Firing firing) {
        PromptPlan prompt = alerting.plan().enrichedBy();
        if (prompt == null) {
            return null;
        }
        int revision = firing.rule().parts().prompts().getOrDefault(prompt.name(), 0);
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
                            prompt.outputs().stream().map(AlertBuilder::output).toList()),
                    firing.given().apply(alerting.index()).stream()
                            .map(row -> event(firing.rule(), row))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("An alert's own JSON cannot be read", e);
        }
    }

    private static EnrichRequest.Output output(PromptPlan.Output output) {
        return new EnrichRequest.Output(output.name(), output.type().text(), output.choices());
    }
}
