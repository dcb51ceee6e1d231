package io.weir.engine.naive;

import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule sent.
 *
 * @param key the values of the key's fields; empty for none
 * @param severity of an alert
 * @param text an alert's, or the name of the event that was emitted
 * @param topic null for the alerts' common one
 * @param values what an alert shows, or the fields of an emitted event; null values are missing ones
 * @param event the coordinates of an event that was routed
 */
public record Outcome(
        Kind kind,
        String rule,
        long time,
        List<Object> key,
        @Nullable Severity severity,
        String text,
        @Nullable String topic,
        Map<String, @Nullable Object> values,
        long suppressed,
        @Nullable String event) {

    /** What was sent. */
    public enum Kind {
        ALERT,
        EMIT,
        ROUTE
    }

    /** The same line for the same outcome, whatever the scale of its numbers. */
    public String line() {
        String line = time + " '" + rule + "' " + shown(key) + " " + kind;
        return line
                + switch (kind) {
                    case ALERT ->
                        " " + severity + " \"" + text + "\" to " + topic + " suppressed " + suppressed + shown(values);
                    case EMIT -> " " + text + " to " + topic + shown(values);
                    case ROUTE -> " " + event + " to " + topic;
                };
    }

    static String shown(Map<String, @Nullable Object> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
                        .collect(Collectors.joining(", ", " {", "}"));
    }

    static String shown(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return Texts.plain(decimal);
        } else if (value instanceof MoneyAmount money) {
            return (Texts.plain(money.amount()) + " " + money.currency()).strip();
        } else if (value instanceof Double number) {
            return Texts.plain(BigDecimal.valueOf(number + 0.0)) + "f";
        } else if (value instanceof List<?> list) {
            return list.stream().map(Outcome::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }
}
