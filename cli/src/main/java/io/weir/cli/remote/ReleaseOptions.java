package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that makes a release may be told, and how it reports. */
final class ReleaseOptions {

    private static final String SHORT_WAIT = "5s";

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, kept with the release")
    private @Nullable String why;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            arity = "0..1",
            fallbackValue = "30s",
            description = {
                "Fail (3) unless it is live on all tasks within TIME, such as 10s or 500ms.",
                "Default: look for 5s and say how far it is"
            })
    private @Nullable String wait;

    Map<String, String> query() {
        if (wait != null && !wait.matches("[0-9]{1,6}(ms|s)")) {
            throw CommandFailure.usage("--wait " + wait + " is not a time such as 10s or 500ms");
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("wait", wait == null ? SHORT_WAIT : wait);
        return query;
    }

    String why() {
        return why == null ? "" : why;
    }

    int report(JsonNode answer, Console console) {
        String warnings = answer.path("rendered").asText();
        if (!warnings.isBlank()) {
            console.say(warnings.stripTrailing());
        }
        Published published = new Published(answer);
        published.lines().forEach(console.out()::println);
        return wait == null || published.live() ? ExitCode.GOOD : ExitCode.SERVER;
    }
}
