package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Waits until the windows of rules in shadow are full, then makes the rules live. The server does the work, also without this. */
final class WarmStart {

    private static final long ASK_EVERY_MILLIS = 300;
    private static final int BAR_WIDTH = 78;

    private final ServerClient client;
    private final Console console;
    private final long backfill;
    private final boolean partial;
    private String said = "";
    private @Nullable ProgressBar bar;

    WarmStart(ServerClient client, Console console, long backfill, boolean partial) {
        this.client = client;
        this.console = console;
        this.backfill = backfill;
        this.partial = partial;
    }

    /** The answer to the release that makes the rules live. */
    JsonNode run(String why, Map<String, String> query) throws InterruptedException {
        JsonNode start = ask(true);
        explain(start);
        while (!start.path("phase").asText().equals("ready")) {
            requireGoing(start);
            show(start);
            TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
            start = ask(false);
        }
        endBar();
        if (start.has("completeFrom")) {
            console.say("windows are filled from " + start.path("completeFrom").asText() + " on");
        }
        ObjectNode request = ServerClient.JSON.createObjectNode().put("why", why);
        ArrayNode resume = request.putArray("resume");
        start.path("rules").forEach(resume::add);
        return client.post("/api/v1/releases", request, query);
    }

    private JsonNode ask(boolean again) {
        ObjectNode request = ServerClient.JSON
                .createObjectNode()
                .put("backfill", backfill)
                .put("partial", partial)
                .put("again", again);
        return client.post("/api/v1/warm-starts", request, Map.of());
    }

    private void explain(JsonNode start) {
        List<String> rules = new ArrayList<>();
        start.path("rules").forEach(rule -> rules.add(rule.asText()));
        console.say("in shadow until the windows are full: " + String.join(", ", rules)
                + " (Ctrl-C leaves them there; the same command goes on)");
        start.path("startsAnew").forEach(each -> console.say("starts anew: " + each.asText()));
    }

    private void requireGoing(JsonNode start) {
        switch (start.path("phase").asText()) {
            case "over" -> throw failure("the rules are not in shadow any more: somebody else has published them");
            case "failed" ->
                throw failure("the events were not copied: "
                        + start.path("problem").asText() + "\n  help: the same command goes on where it ended");
            case "not_retained" ->
                throw failure("history reaches back to "
                        + start.path("completeFrom").asText() + ", and the windows need it from "
                        + start.path("needsFrom").asText()
                        + " on; the rules stay in shadow\n  help: --partial fills what there is: the windows are then"
                        + " complete when they no longer reach further back");
            default -> {}
        }
    }

    private CommandFailure failure(String text) {
        endBar();
        return CommandFailure.server(text);
    }

    private void show(JsonNode start) {
        String phase = start.path("phase").asText();
        long of = start.path("of").asLong();
        if (phase.equals("copying") && of > 0 && console.errTerminal()) {
            ProgressBar shown = bar == null ? bar(of) : bar;
            bar = shown;
            shown.stepTo(start.path("read").asLong());
            return;
        }
        String line = line(phase, start);
        if (!line.equals(said)) {
            endBar();
            console.say(line);
            said = line;
        }
    }

    private static String line(String phase, JsonNode start) {
        return switch (phase) {
            case "waiting" ->
                "waiting until all events before " + start.path("countsFrom").asText() + " are evaluated";
            case "filling" ->
                String.format(
                        Locale.ROOT,
                        "copied %,d events; waiting until a checkpoint holds them",
                        start.path("copied").asLong());
            default -> "copying events from " + start.path("needsFrom").asText() + " on";
        };
    }

    private ProgressBar bar(long of) {
        return new ProgressBarBuilder()
                .setTaskName("filling windows")
                .setInitialMax(of)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new DelegatingProgressBarConsumer(
                        line -> {
                            console.err().print("\r" + line);
                            console.err().flush();
                        },
                        BAR_WIDTH))
                .build();
    }

    private void endBar() {
        if (bar != null) {
            bar.close();
            bar = null;
            console.say("");
        }
    }
}
