package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.plan.TestPlan;
import io.weir.engine.evaluate.TestOutcome.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of random rows whose expectations a naive count has computed: they pass as they are, and fail when one is changed. */
class RuleTestRandomTest {

    private static final String RULE = """
            event Login { userId: text, outcome: text, at: timestamp } time at
            rule "Burst" on Login by userId
              when more than 2 Login where outcome is "failed" within 10 seconds
              then alert "{userId}: {count}" at most once per 15 seconds
            """;

    private record Login(long second, String user, boolean failed) {}

    private record Alerted(long second, String text) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void randomRows_expectedNaively_pass(long seed) {
        List<Login> logins = logins(new Random(seed));
        List<Alerted> expected = naive(logins);

        assertThat(verdict(logins, expected)).as("seed %d", seed).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void randomRows_expectedOtherwise_fail(long seed) {
        Random random = new Random(seed);
        List<Login> logins = logins(random);
        List<Alerted> expected = naive(logins);
        Alerted changed = expected.remove(random.nextInt(expected.size()));

        assertThat(verdict(logins, expected)).as("one less, seed %d", seed).isEqualTo(Verdict.FAILED);
        expected.add(new Alerted(changed.second() + 1, changed.text()));
        assertThat(verdict(logins, expected)).as("one later, seed %d", seed).isEqualTo(Verdict.FAILED);
        expected.set(expected.size() - 1, new Alerted(changed.second(), changed.text() + "0"));
        assertThat(verdict(logins, expected)).as("another text, seed %d", seed).isEqualTo(Verdict.FAILED);
        expected.set(expected.size() - 1, changed);
        expected.add(changed);
        assertThat(verdict(logins, expected)).as("one more, seed %d", seed).isEqualTo(Verdict.FAILED);
    }

    private static List<Login> logins(Random random) {
        List<Login> logins = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            logins.add(new Login(random.nextInt(120), random.nextBoolean() ? "u" : "v", random.nextInt(3) > 0));
        }
        return logins;
    }

    /** By the words of the language: an event at t counts those in (t - 10 s, t] up to itself. */
    private static List<Alerted> naive(List<Login> logins) {
        List<Login> ordered = new ArrayList<>(logins);
        ordered.sort(Comparator.comparingLong(Login::second));
        Map<String, Long> sent = new HashMap<>();
        List<Alerted> alerts = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Login now = ordered.get(i);
            long count = ordered.subList(0, i + 1).stream()
                    .filter(login ->
                            login.user().equals(now.user()) && login.failed() && login.second() > now.second() - 10)
                    .count();
            Long last = sent.get(now.user());
            if (count > 2 && (last == null || now.second() - last >= 15)) {
                sent.put(now.user(), now.second());
                alerts.add(new Alerted(now.second(), now.user() + ": " + count));
            }
        }
        return alerts;
    }

    private static Verdict verdict(List<Login> logins, List<Alerted> expected) {
        List<Alerted> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(expected.size()));
        String given = logins.stream()
                .map(login -> String.format(
                        "%s Login { userId: \"%s\", outcome: \"%s\" }%n",
                        clock(login.second()), login.user(), login.failed() ? "failed" : "ok"))
                .collect(Collectors.joining());
        String expects = shuffled.stream()
                .map(alert -> String.format("expect alert \"%s\" at %s%n", alert.text(), clock(alert.second())))
                .collect(Collectors.joining());
        String test =
                "test \"random\" for \"Burst\" given " + given + (expects.isEmpty() ? "expect no alert" : expects);
        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", RULE + test)));
        TestPlan plan = compiled.tests().get(0);
        return RuleTest.run(plan).verdict();
    }

    private static String clock(long second) {
        return String.format("00:%02d:%02d", second / 60, second % 60);
    }
}
