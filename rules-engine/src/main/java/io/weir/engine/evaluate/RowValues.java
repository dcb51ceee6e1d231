package io.weir.engine.evaluate;

import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows and keys as alerts show them: by name, timestamps in ISO 8601. */
final class RowValues {

    private RowValues() {}

    static Map<String, @Nullable Object> of(Row row, StreamSchema schema) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int slot = 0; slot < schema.fields().size(); slot++) {
            Field field = schema.fields().get(slot);
            values.put(field.name(), row.isPresent(slot) ? value(row, slot, field) : null);
        }
        return values;
    }

    private static Object value(Row row, int slot, Field field) {
        return switch (Rep.of(field.type())) {
            case BOOL -> row.booleanAt(slot);
            case LONG -> shown(row.bitsAt(slot), field.type());
            case DOUBLE -> row.doubleAt(slot);
            case DECIMAL -> row.decimalAt(slot);
            case MONEY -> money(row, slot, field);
            case TEXT -> row.textAt(slot);
            case GEO -> row.latitudeAt(slot) + "," + row.longitudeAt(slot);
            case LIST -> list(row, slot, ((Type.ListOf) field.type()).element());
        };
    }

    private static Object list(Row row, int slot, Type element) {
        return Lists.boxed(row.bytes(), row.bitsAt(slot), element).stream()
                .map(entry -> shown(entry, element))
                .toList();
    }

    private static Object money(Row row, int slot, Field field) {
        BigDecimal amount = row.decimalAt(slot);
        String fixed = ((Type.Money) field.type()).currency();
        if (fixed != null) {
            return new MoneyAmount(amount, fixed);
        }
        return row.isPresent(field.currencySlot()) ? new MoneyAmount(amount, row.textAt(field.currencySlot())) : amount;
    }

    static Map<String, @Nullable Object> of(Key key, KeySpec spec) {
        List<Object> values = KeyCodec.decode(key.values());
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            KeySpec.Part part = spec.parts().get(i);
            named.put(part.field(), shown(values.get(i), part.type()));
        }
        return named;
    }

    /** What a register holds. An empty sum of moneys is zero in any currency, so it has none. */
    static @Nullable Object of(Frame frame, int register, Type type) {
        Object value = frame.boxed(register, type);
        return value instanceof MoneyAmount money && money.currency().isEmpty() ? money.amount() : shown(value, type);
    }

    static @Nullable Object shown(@Nullable Object value, Type type) {
        if (type instanceof Type.ListOf list && value instanceof List<?> entries) {
            return entries.stream().map(entry -> shown(entry, list.element())).toList();
        }
        return type == Type.Scalar.TIMESTAMP && value instanceof Long millis ? AlertJson.time(millis) : value;
    }

    private static Object shown(long value, Type type) {
        return type == Type.Scalar.TIMESTAMP ? AlertJson.time(value) : (Object) value;
    }
}
