package io.weir.engine.it;

/** Rules that several tests use. */
final class Rules {

    static final String FAILED = """
            rule "Failed login"
              on Login
              when outcome is "failed"
              then alert "{userId} failed at {number}"
            """;

    static final String BURST = """
            rule "Burst"
              on Login by userId
              when more than 2 Login where outcome is "failed" within 5 minutes
              then alert high "{userId}: {count} failures"
            """;

    private Rules() {}

    static String login(String topic) {
        return """
                event Login {
                  userId: text
                  outcome: text
                  number: int? from "at"
                  at: timestamp
                } time at, up to 1 second late, from topic "%s"
                """.formatted(topic);
    }
}
