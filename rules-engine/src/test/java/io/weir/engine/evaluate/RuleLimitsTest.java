package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.StatusReport.Exceeded;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A rule that takes more time or state than one may: it, and no other, has to bear that. */
class RuleLimitsTest {

    private static final int LIMIT_MILLIS = 100;

    private static final String STREAM = """
            event Payment {
              cardId: text
              n: int
              at: timestamp
            } time at, from topic "payments"
            model slowness given n: int returns probability else 0.0
            """;

    private static final String RULES = """
            rule "Slow"
              on Payment by cardId
              when score of slowness given n: n > 0.5 and count of Payment over the last 1 hour > 0
              then alert "slow"
            rule "Quick"
              on Payment by cardId
              when n > 0 and count of Payment over the last 1 hour > 0
              then alert "quick"
            rule "Slow at once"
              on Payment
              when score of slowness given n: n > 0.5
              then alert "slow at once"
            """;

    private long clock;
    private long clockLooks;

    private long nanos() {
        clockLooks++;
        return clock;
    }

    /** A model that takes as many milliseconds as its input says. */
    private World world(int entries) {
        Scorers scorers = (model, signature) -> inputs -> {
            clock += Duration.ofMillis((long) inputs[0]).toNanos();
            return 1;
        };
        RuleLimits limits = new RuleLimits(Duration.ofMillis(LIMIT_MILLIS), entries);
        return new World(false, scorers, Tables.empty(), limits, this::nanos);
    }

    @Test
    void ruleThatIsSlowAgainAndAgain_isQuarantined_andNoOther() {
        World world = world(1_000);
        publishRules(world);

        for (int i = 0; i < 20; i++) {
            send(world, i, "c" + i % 3, LIMIT_MILLIS + 1);
        }

        assertThat(world.status("slow").quarantined()).contains("too slow 10 times", "took 101 ms, longer than 100 ms");
        assertThat(world.routeStatus("slow-at-once").quarantined()).contains("too slow 10 times");
        assertThat(world.status("quick").quarantined()).isNull();
        assertThat(world.status("quick").exceeded()).isNull();
        assertThat(world.status("quick").hits()).isEqualTo(20);
        // The first slow event is known as one only when it is over.
        assertThat(world.status("slow").hits()).isEqualTo(11);
    }

    @Test
    void ruleThatIsSlowNowAndThen_isToldAndGoesOn() {
        World world = world(1_000_000);
        publishRules(world);

        for (int i = 0; i < 3_000; i++) {
            send(world, i, "c1", i % 150 == 0 ? LIMIT_MILLIS * 3 : 1);
        }

        RuleStatus status = world.status("slow");
        assertThat(status.quarantined()).isNull();
        assertThat(Objects.requireNonNull(status.exceeded()).slow()).isBetween(15L, 20L);
        assertThat(status.hits()).isEqualTo(3_000);
    }

    @Test
    void quickRules_areNotTimedOneByOne() {
        World world = world(1_000);
        publishRules(world);

        for (int i = 0; i < 10; i++) {
            send(world, i, "c1", 1);
        }

        assertThat(clockLooks).as("twice an event on each side").isEqualTo(40);
    }

    @Test
    void keyWithTooManyEvents_losesTheOldest_andOnlyRulesThatReachThemFail() {
        World world = world(5);
        world.publish(null, STREAM + """
                rule "Long"
                  on Payment by cardId
                  when count of Payment over the last 100 milliseconds > 3
                  then alert "long {count}"
                rule "Short"
                  on Payment by cardId
                  when count of Payment over the last 3 milliseconds > 2
                  then alert "short {count}"
                """);

        for (int at = 1; at <= 8; at++) {
            send(world, at, "ann", 1);
        }
        send(world, 8, "bob", 1);

        assertThat(texts(world)).filteredOn(text -> text.startsWith("short")).hasSize(6);
        assertThat(texts(world))
                .as("it fails rather than count 5 where there were more")
                .filteredOn(text -> text.startsWith("long"))
                .containsExactly("long 4", "long 5");
        assertThat(world.status("long").exceeded())
                .isEqualTo(
                        new Exceeded(0, null, 3, "more than 5 events of ann in a window, at 1970-01-01T00:00:00.008Z"));
        assertThat(world.status("long").errors()).isEqualTo(3);
        assertThat(world.status("short").exceeded()).isNull();
        assertThat(world.status("short").errors()).isZero();
        assertThat(world.entries()).isEqualTo(6);

        // When its window has passed what is lost, the rule counts for that key again.
        for (int at = 200; at <= 203; at++) {
            send(world, at, "ann", 1);
        }
        assertThat(texts(world)).endsWith("long 4", "short 3");
    }

    @Test
    void eventsThatWait_beyondTheLimit_failTheirRuleAlone() {
        World world = world(2);
        world.publish(null, STREAM + """
                rule "Waits"
                  on Payment by cardId
                  when n is 1 and not followed by Payment where n is 2 within 10 milliseconds
                  then alert "nothing came"
                """);

        for (int at = 1; at <= 4; at++) {
            send(world, at, "ann", 1);
        }
        send(world, 4, "bob", 1);
        world.passTo(100);

        assertThat(world.alerts).hasSize(3);
        assertThat(world.status("waits").errors()).isEqualTo(2);
        assertThat(world.status("waits").lastError()).contains("more than 2 events of one key wait", "at offset");
    }

    private static void publishRules(World world) {
        world.publish(null, STREAM + RULES);
        world.release(0L, List.of(world.write(ArtifactKind.MODEL, "slowness", null, new byte[1])));
    }

    private static List<String> texts(World world) {
        return world.alerts.stream().map(alert -> alert.alert().text()).toList();
    }

    private static void send(World world, long at, String card, long n) {
        world.send("Payment", "{'cardId':'" + card + "','n':" + n + ",'at':" + at + "}");
    }
}
