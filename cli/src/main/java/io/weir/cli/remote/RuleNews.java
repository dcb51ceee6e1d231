package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What `weir status` says of one rule besides its counts, in words. */
final class RuleNews {

    private final JsonNode rule;
    private final List<String> lines = new ArrayList<>();

    private RuleNews(JsonNode rule) {
        this.rule = rule;
    }

    /** None of a rule of which there is nothing to say. */
    static List<String> lines(JsonNode rule) {
        RuleNews news = new RuleNews(rule);
        news.addStanding();
        news.addStart();
        news.addTrouble();
        news.addExceeded();
        news.addShadow();
        news.addPassedOver();
        return news.lines;
    }

    private void say(String text) {
        lines.add(rule.path("name").asText() + "@" + rule.path("revision").asInt() + ": " + text);
    }

    private void addStanding() {
        JsonNode standing = rule.path("standing");
        if (standing.isMissingNode()) {
            return;
        }
        String keys =
                standing.has("percent") ? ", for " + standing.path("percent").asInt() + "% of its keys" : "";
        say(
                standing.has("beside")
                        ? "candidate beside @" + standing.path("beside").asInt() + keys
                        : standing.path("state").asText() + keys);
    }

    private void addStart() {
        JsonNode start = rule.path("start");
        if (start.isMissingNode()) {
            return;
        }
        List<String> told = new ArrayList<>();
        if (!start.path("anew").isEmpty()) {
            told.add(list(start.path("anew"), "starts anew", "start anew"));
        }
        if (!start.path("kept").isEmpty()) {
            told.add(list(start.path("kept"), "is kept", "are kept"));
        }
        String when = start.has("until")
                ? "warming until " + start.path("until").asText()
                : "since " + start.path("from").asText();
        say(when + ": " + String.join("; ", told));
    }

    private static String list(JsonNode words, String one, String several) {
        List<String> all = new ArrayList<>();
        words.forEach(word -> all.add(word.asText()));
        return String.join(", ", all) + " " + (all.size() == 1 ? one : several);
    }

    private void addShadow() {
        JsonNode shadow = rule.path("shadow");
        if (shadow.path("hits").asLong() > 0) {
            say("would have acted " + times(shadow.path("hits").asLong(), "time") + ", the last at "
                    + shadow.path("lastAt").asText()
                    + (shadow.has("lastKey") ? " for " + shadow.path("lastKey").asText() : ""));
        }
        JsonNode compared = shadow.path("compared");
        if (!compared.isMissingNode()) {
            say("compared with @" + compared.path("revision").asInt() + ": both "
                    + compared.path("both").asLong() + ", only this "
                    + compared.path("onlyShadow").asLong() + ", only @"
                    + compared.path("revision").asInt() + " "
                    + compared.path("onlyLive").asLong());
        }
    }

    private void addTrouble() {
        if (rule.has("quarantined")) {
            say("quarantined: " + rule.path("quarantined").asText());
        } else if (rule.path("errors").asLong() > 0) {
            say(times(rule.path("errors").asLong(), "error") + ", the last: "
                    + rule.path("lastError").asText());
        }
    }

    private void addExceeded() {
        JsonNode exceeded = rule.path("exceeded");
        if (exceeded.path("slow").asLong() > 0) {
            say("too slow " + times(exceeded.path("slow").asLong(), "time") + ", the last: "
                    + exceeded.path("lastSlow").asText());
        }
        if (exceeded.path("dropped").asLong() > 0) {
            say(times(exceeded.path("dropped").asLong(), "event") + " of its windows no longer kept, the last: "
                    + exceeded.path("lastDropped").asText());
        }
    }

    private void addPassedOver() {
        JsonNode passedOver = rule.path("passedOver");
        count(passedOver, "noArm", "event", "that no arm of its route took");
        count(passedOver, "currencies", "comparison", "of two currencies, which have no answer: convert first");
        count(passedOver, "rates", "conversion", "without a rate");
        count(passedOver, "missingKeys", "event", "without its key");
    }

    private void count(JsonNode counts, String field, String what, String which) {
        long count = counts.path(field).asLong();
        if (count > 0) {
            say(times(count, what) + " " + which);
        }
    }

    private static String times(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
