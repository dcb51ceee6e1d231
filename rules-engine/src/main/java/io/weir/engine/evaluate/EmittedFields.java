package io.weir.engine.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.plan.EmitAction;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an emitted event says, and its JSON: of a declared event as its declaration reads it, otherwise its fields side by side. */
final class EmittedFields {

    private EmittedFields() {}

    /** Values as in an alert. Fails with {@link RuleFailure}. */
    static Map<String, @Nullable Object> of(Program program, LoadedAction.Emitting action) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < action.values().size(); i++) {
            EmitAction.Field field = action.plan().fields().get(i);
            Program.Entry entry = action.values().get(i);
            Type type = field.value().type();
            program.run(entry);
            values.put(field.name(), RowValues.of(program.frame, entry.register(), type));
        }
        return values;
    }

    static byte[] json(EmitAction action, Map<String, @Nullable Object> values, long time) {
        ObjectNode event = ContractJson.MAPPER.createObjectNode();
        StreamSchema declared = action.event();
        if (declared == null) {
            values.forEach((name, value) -> put(event, name, value));
        } else {
            fill(event, declared, values, time);
        }
        try {
            return ContractJson.MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new RuleFailure("an emitted " + action.name() + " cannot be written: " + e.getOriginalMessage());
        }
    }

    private static void fill(ObjectNode event, StreamSchema declared, Map<String, @Nullable Object> values, long time) {
        for (int slot = 0; slot < declared.fields().size(); slot++) {
            Field field = declared.fields().get(slot);
            Object value = values.get(field.name());
            if (value == null && slot == declared.timeSlot()) {
                value = AlertJson.time(time);
            }
            if (value != null) {
                put(event, field, value, declared);
            } else if (!field.nullable() && slot != declared.timeSlot() && !isCurrency(declared, slot)) {
                throw new RuleFailure("an emitted " + declared.name() + " lacks " + field.name());
            }
        }
    }

    private static void put(ObjectNode event, Field field, Object value, StreamSchema declared) {
        if (!(value instanceof MoneyAmount money)) {
            put(parent(event, field.path()), last(field.path()), value);
            return;
        }
        put(parent(event, field.path()), last(field.path()), money.amount());
        if (field.currencySlot() >= 0) {
            List<String> path = declared.fields().get(field.currencySlot()).path();
            put(parent(event, path), last(path), money.currency());
        }
    }

    /** It comes with its money. */
    private static boolean isCurrency(StreamSchema declared, int slot) {
        return declared.fields().stream().anyMatch(field -> field.currencySlot() == slot);
    }

    private static ObjectNode parent(ObjectNode event, List<String> path) {
        ObjectNode node = event;
        for (String name : path.subList(0, path.size() - 1)) {
            node = node.withObjectProperty(name);
        }
        return node;
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value instanceof MoneyAmount money) {
            ObjectNode both = node.putObject(name);
            both.put("amount", money.amount());
            both.put("currency", money.currency());
        } else if (value instanceof BigDecimal decimal) {
            node.put(name, decimal);
        } else if (value instanceof Long number) {
            node.put(name, number);
        } else if (value instanceof Double number) {
            node.put(name, number);
        } else if (value instanceof Boolean bool) {
            node.put(name, bool);
        } else if (value == null) {
            node.putNull(name);
        } else {
            node.put(name, value.toString());
        }
    }
}
