package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The server's answer to a publish, as text. */
final class Published {

    private final JsonNode answer;

    Published(JsonNode answer) {
        this.answer = answer;
    }

    /** True once every task of every running engine evaluates by it. */
    boolean live() {
        return !answer.path("changed").asBoolean() || applied() == tasks();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        answer.path("changes").forEach(change -> lines.add(line(change)));
        lines.add(summary());
        return lines;
    }

    private static String line(JsonNode change) {
        String state = change.path("state").asText();
        String sign = state.equals("retired") ? "-" : change.has("was") ? "~" : "+";
        return sign + " " + change.path("kind").asText() + " "
                + change.path("name").asText() + "@" + change.path("revision").asInt()
                + (state.equals("live") ? "" : " " + state)
                + (change.path("candidate").asBoolean() ? ", a candidate" : "")
                + (change.has("percent") ? " for " + change.path("percent").asInt() + "% of its keys" : "");
    }

    private String summary() {
        String epoch = "epoch " + answer.path("epoch").asLong();
        if (!answer.path("changed").asBoolean()) {
            return "nothing to change: " + epoch + " is live";
        }
        if (tasks() == 0) {
            return epoch + " is published; no engine is running that would apply it";
        }
        if (!live()) {
            return epoch + " is published, but applied on " + applied() + " of " + tasks() + " tasks so far";
        }
        return epoch + " live on " + applied() + " of " + tasks() + " tasks" + after();
    }

    private String after() {
        return answer.has("millis")
                ? String.format(
                        Locale.ROOT, " after %.2f s", answer.path("millis").asLong() / 1000.0)
                : "";
    }

    private int applied() {
        return answer.path("applied").path("tasks").asInt();
    }

    private int tasks() {
        return answer.path("applied").path("of").asInt();
    }
}
