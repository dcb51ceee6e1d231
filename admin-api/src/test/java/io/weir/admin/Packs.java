package io.weir.admin;

/** Rule texts; their topics carry the test's prefix. */
final class Packs {

    private Packs() {}

    static String login(String prefix) {
        return """
                event Login {
                  userId: text
                  outcome: text
                  at: timestamp
                } time at, from topic "%s.logins"
                """.formatted(prefix);
    }

    static String burst(int times) {
        return """
                # Credential stuffing.
                rule "Failed-login burst"
                  severity high
                  owner "identity-risk"
                  on Login by userId
                  when more than %d Login where outcome is "failed" within 5 minutes
                  then alert "{userId}: {count} failures"
                """.formatted(times);
    }

    static String root(String topic) {
        return """
                rule "Root login"
                  on Login
                  when userId is "root"
                  then alert critical "root logged in" to topic "%s"
                """.formatted(topic);
    }

    static final String MODEL = "model fraud given bias: float, amount: float returns probability else 0.0\n";
}
