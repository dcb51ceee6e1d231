package io.weir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert's JSON on one line, for people. */
public final class AlertLine {

    private static final Map<String, String> COLOURS =
            Map.of("critical", "\033[1;31m", "high", "\033[31m", "medium", "\033[33m", "low", "\033[36m");
    private static final String PLAIN = "\033[0m";

    private AlertLine() {}

    public static String of(JsonNode alert, boolean colour) {
        String severity = alert.path("severity").asText();
        String line = clock(alert.path("time").asText()) + "  "
                + painted(String.format(Locale.ROOT, "%-8s", severity), COLOURS.get(severity), colour) + "  "
                + alert.path("rule").asText() + ": " + alert.path("text").asText();
        return line
                + model(alert.path("model"))
                + suppressed(alert.path("suppressed").asLong());
    }

    private static String painted(String text, @Nullable String paint, boolean colour) {
        return colour && paint != null ? paint + text + PLAIN : text;
    }

    /** Of an ISO time, what a person needs to see go by. */
    private static String clock(String time) {
        return time.length() == "2026-01-01T00:00:00.000Z".length() ? time.substring(11, 23) : time;
    }

    private static String model(JsonNode model) {
        if (model.isMissingNode()) {
            return "";
        }
        String version =
                model.has("version") ? "version " + model.path("version").asInt() : "none live";
        return " [model " + model.path("name").asText() + ", " + version + "]";
    }

    private static String suppressed(long count) {
        return count == 0 ? "" : " [" + count + " more held back]";
    }
}
