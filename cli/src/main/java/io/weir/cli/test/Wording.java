package io.weir.cli.test;

import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.TestPlan.Expected;
import io.weir.dsl.plan.TestPlan.ExpectedAlert;
import io.weir.dsl.plan.TestPlan.ExpectedEmit;
import io.weir.dsl.plan.TestPlan.ExpectedRoute;
import io.weir.engine.evaluate.Outcome;
import io.weir.engine.evaluate.RaisedAlert;
import io.weir.engine.evaluate.SentEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was expected and what happened, in the words of tests: what happened can be pasted behind {@code expect}. */
final class Wording {

    private static final LocalDate DAY_0 = LocalDate.of(2024, 1, 1);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private Wording() {}

    static String of(Expected expected) {
        return what(expected) + (expected.at() == null ? "" : " at " + moment(expected.at()));
    }

    private static String what(Expected expected) {
        if (expected instanceof ExpectedAlert alert) {
            return alert(alert.severity(), alert.text());
        } else if (expected instanceof ExpectedEmit emit) {
            return "emit " + emit.name();
        }
        return "route to " + quoted(((ExpectedRoute) expected).topic());
    }

    static String of(Outcome outcome) {
        return what(outcome) + " at " + moment(outcome.time());
    }

    private static String what(Outcome outcome) {
        if (outcome instanceof RaisedAlert raised) {
            return alert(raised.alert().severity(), raised.alert().text());
        }
        SentEvent sent = (SentEvent) outcome;
        return sent.name() == null ? "route to " + quoted(sent.topic()) : "emit " + sent.name();
    }

    private static String alert(@Nullable Severity severity, @Nullable String text) {
        return "alert" + (severity == null ? "" : " " + severity.name().toLowerCase(Locale.ROOT))
                + (text == null ? "" : " " + quoted(text));
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + "\"";
    }

    /** Day 0 need not be said, nor need milliseconds that are none. */
    static String moment(long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        long day = instant.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay() - DAY_0.toEpochDay();
        LocalTime time = instant.atZone(ZoneOffset.UTC).toLocalTime();
        return (day == 0 ? "" : "day " + day + " ") + time.format(time.getNano() == 0 ? SECONDS : MILLIS);
    }

    /** What the rule computed and held back, as a comment; empty where there is nothing to say. */
    static String comment(Outcome outcome) {
        String values = values(outcome).entrySet().stream()
                .map(value -> value.getKey() + " " + shown(value.getValue()))
                .collect(Collectors.joining(", "));
        long suppressed = outcome instanceof RaisedAlert raised ? raised.alert().suppressed() : 0;
        String heldBack = suppressed == 0 ? "" : suppressed + " held back before";
        String said = values + (values.isEmpty() || heldBack.isEmpty() ? "" : "; ") + heldBack;
        return said.isEmpty() ? "" : "  # " + said;
    }

    private static Map<String, @Nullable Object> values(Outcome outcome) {
        return outcome instanceof RaisedAlert raised ? raised.alert().values() : ((SentEvent) outcome).fields();
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (value instanceof MoneyAmount money) {
            return money.amount().toPlainString() + " " + money.currency();
        }
        return value == null ? "missing" : value.toString();
    }
}
