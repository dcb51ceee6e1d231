package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import io.weir.dsl.contract.StatusReport.Start;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a changed rule keeps, what of it starts anew, and until when it is warming. */
class WarmingTest {

    private static final long HOUR = 3_600_000;

    private static final String STREAM = """
            event Payment {
              cardId: text
              userId: text
              n: int
              at: timestamp
            } time at, from topic "payments"
            """;

    private static final String BURST = """
            rule "Burst"
              on Payment by cardId
              when more than 2 Payment within 1 hour
              then alert "{cardId}: {count}"
            """;

    private static final String HOURS_COUNT = "the count of Payment over the last 1 hour";

    private final World world = new World();

    @Test
    void ruleOfTheFirstRelease_isNotWarming() {
        world.publish(null, STREAM + BURST);
        send(5);

        assertThat(status(1).start()).isNull();
    }

    @Test
    void changedThreshold_keepsAll() {
        world.publish(null, STREAM + BURST);
        world.publish(HOUR, BURST.replace("more than 2", "more than 1"));
        send(HOUR);

        assertThat(status(2).start()).isEqualTo(new Start(HOUR, List.of(HOURS_COUNT), List.of(), null));
        assertThat(status(1).start()).as("the one that it replaced").isNull();
    }

    @Test
    void longerWindow_startsAnew_andIsWarmingUntilItIsFull() {
        world.publish(null, STREAM + BURST);
        world.publish(HOUR, BURST.replace("1 hour", "3 hours"));
        send(HOUR);

        assertThat(status(2).start())
                .isEqualTo(new Start(HOUR, List.of(), List.of("the count of Payment over the last 3 hours"), 4 * HOUR));

        send(4 * HOUR);
        assertThat(start(2).until()).as("all of its window was live").isNull();
        send(25 * HOUR);
        assertThat(status(2).start()).isNull();
    }

    @Test
    void changedKey_startsAnew() {
        world.publish(null, STREAM + BURST);
        world.publish(HOUR, BURST.replace("by cardId", "by userId").replace("{cardId}", "{userId}"));
        send(HOUR);

        assertThat(status(2).start()).isEqualTo(new Start(HOUR, List.of(), List.of(HOURS_COUNT), 2 * HOUR));
    }

    @Test
    void revisionThatKeepsAWarmingWindow_isWarmingUntilThatIsFull() {
        world.publish(null, STREAM);
        world.publish(HOUR, BURST);
        world.publish(HOUR + 5, BURST.replace("more than 2", "more than 1"));
        send(HOUR + 5);

        assertThat(status(2).start()).isEqualTo(new Start(HOUR + 5, List.of(HOURS_COUNT), List.of(), 2 * HOUR));
    }

    @Test
    void othersRelease_changesNothingOfIt() {
        world.publish(null, STREAM);
        world.publish(HOUR, BURST);
        send(HOUR);
        Start before = start(1);
        world.publish(HOUR + 5, "rule \"Other\" on Payment when n > 3 then alert \"\"\n");
        send(HOUR + 6);

        assertThat(status(1).start()).isEqualTo(before);
    }

    @Test
    void allThatIsLookedBackOn_isTold_eachByItsLength() {
        world.publish(0L, STREAM + """
                rule "Burst"
                  on Payment by cardId
                  let before = previous Payment within 5 hours
                  when n increases 2 times in a row within 4 hours
                   and n > before.n
                   and highest n over the last 10 events > 3
                  then alert "up"
                """);
        send(5);

        Start start = start(1);
        assertThat(start.anew())
                .containsExactly(
                        "the highest n of Payment over the last 10 events",
                        "the previous Payment within 5 hours",
                        "n increases 2 times in a row within 4 hours");
        assertThat(start.until()).isEqualTo(5 * HOUR);
    }

    @Test
    void sequence_thatWasPaused_startsAnewWhenItIsResumed() {
        world.publish(null, STREAM + """
                rule "Burst"
                  on Payment by cardId
                  sequence within 2 hours
                    low: where n is 1
                    high: where n is 2
                  then alert "up"
                """);
        world.release(HOUR, ArtifactKind.RULE, "burst", ArtifactState.PAUSED);
        send(HOUR);
        assertThat(status(1).start()).isNull();
        assertThat(Objects.requireNonNull(status(1).standing()).state()).isEqualTo(ArtifactState.PAUSED);
        world.release(2 * HOUR, ArtifactKind.RULE, "burst", ArtifactState.LIVE);
        send(2 * HOUR);

        assertThat(status(1).start()).isEqualTo(new Start(2 * HOUR, List.of(), List.of("its sequence"), 4 * HOUR));
    }

    @Test
    void changedFeature_startsAnewInARuleThatDidNotChange() {
        world.publish(null, STREAM + """
                feature often on Payment by cardId = count of Payment over the last 1 hour
                rule "Burst"
                  on Payment by cardId
                  when often > 2
                  then alert "often"
                """);
        world.publish(HOUR, "feature often on Payment by cardId = count of Payment over the last 2 hours\n");
        send(HOUR);

        assertThat(start(1).until()).isEqualTo(3 * HOUR);
    }

    private RuleStatus status(int revision) {
        return world.evaluateSide.statuses(world.time()).stream()
                .filter(status -> status.rule().equals("burst") && status.revision() == revision)
                .findFirst()
                .orElseThrow();
    }

    private Start start(int revision) {
        return Objects.requireNonNull(status(revision).start());
    }

    private void send(long at) {
        world.send("Payment", "{'cardId':'c1','userId':'u1','n':1,'at':" + at + "}");
    }
}
