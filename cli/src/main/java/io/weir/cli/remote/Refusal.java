package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Why a server said no, as text. */
final class Refusal {

    /** The user's own rules or model are the reason, not the server or its state. */
    private static final Set<String> PROBLEMS_OF_THE_USER = Set.of(
            "rules-invalid",
            "breaks-live-rules",
            "name-taken",
            "topic-reserved",
            "topic-invalid",
            "model-unknown",
            "model-invalid",
            "list-unknown",
            "list-invalid",
            "key-invalid");

    private Refusal() {}

    static CommandFailure of(JsonNode problem) {
        String text = text(problem);
        return PROBLEMS_OF_THE_USER.contains(problem.path("code").asText())
                ? CommandFailure.problems(text)
                : CommandFailure.server(text);
    }

    private static String text(JsonNode problem) {
        List<String> lines = new ArrayList<>();
        lines.add(problem.path("detail").asText(problem.path("title").asText()));
        addIfPresent(lines, problem.path("rendered").asText(), "");
        problem.path("problems")
                .forEach(each -> lines.add("  " + each.path("code").asText() + ": "
                        + each.path("message").asText()));
        problem.path("missing").forEach(task -> lines.add("  no answer from " + task.asText()));
        addIfPresent(lines, problem.path("help").asText(), "  help: ");
        return String.join("\n", lines);
    }

    private static void addIfPresent(List<String> lines, String text, String prefix) {
        if (!text.isBlank()) {
            lines.add(prefix + text.stripTrailing());
        }
    }
}
