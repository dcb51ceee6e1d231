package io.weir.samples.notifier;

import java.nio.charset.StandardCharsets;

/** Alerts as Weir writes them. */
final class Alerts {

    private Alerts() {}

    static String json(String id, String rule, String user, String text) {
        return """
                {"id":"%s","tenant":"acme","engine":"main","rule":"%s","revision":1,"epoch":1,"severity":"high",\
                "time":"2026-03-01T12:00:00.000Z","key":{"userId":"%s"},"text":"%s","values":{"sum":12.50},"events":[],"suppressed":1}""".formatted(id, rule, user, text);
    }

    static Alert alert(String id, String user) {
        return alert(id, user, "text of " + id);
    }

    static Alert alert(String id, String user, String text) {
        try {
            return Alert.read(json(id, "Any", user, text).getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableAlert e) {
            throw new IllegalArgumentException(e);
        }
    }
}
