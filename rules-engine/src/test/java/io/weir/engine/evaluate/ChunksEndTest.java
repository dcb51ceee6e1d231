package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import org.junit.jupiter.api.Test;

/** No chunk outlives what it belongs to. */
class ChunksEndTest {

    private static final int MANY = 1_000;
    private static final String LOGIN = "event Login { userId: text, at: timestamp } time at, from topic \"logins\"\n";
    private static final String OVER_A_DAY = LOGIN
            + "rule \"Many\" on Login by userId when count of Login over the last 1 day > 900 then alert \"{count}\"";

    private final World world = new World(true, (model, signature) -> inputs -> 0.0);

    @Test
    void windowsThatAreOver_leaveNothing() {
        world.publish(null, OVER_A_DAY);
        send(MANY, 0);
        assertThat(world.alerts).hasSize(MANY - 900);
        assertThat(world.chunks()).isPositive();
        assertThat(world.entries()).isEqualTo(MANY + world.chunks());

        world.passTo(86_400_000L + MANY);

        assertThat(world.entries()).isZero();
    }

    @Test
    void ruleThatIsRetired_leavesNothing() {
        world.publish(null, OVER_A_DAY);
        send(MANY, 0);
        world.release(5_000L, ArtifactKind.RULE, "many", ArtifactState.RETIRED);

        world.publish(
                6_000L,
                "rule \"Any\" on Login by userId when count of Login over the last 1 second > 2000 then alert \"x\"");
        send(1, 7_000);

        assertThat(world.chunks()).isZero();
    }

    @Test
    void sessionThatEnds_leavesNothing() {
        world.publish(
                null,
                LOGIN + "rule \"Sat\" on Login by userId at the end of each session with a gap of 1 minute"
                        + " when count of Login over the session > 900 then alert \"{count}\"");
        send(MANY, 0);
        assertThat(world.chunks()).isPositive();

        world.passTo(100_000);

        assertThat(world.alerts).hasSize(1);
        assertThat(world.entries()).isZero();
    }

    private void send(int events, long from) {
        for (int i = 0; i < events; i++) {
            world.send("Login", "{'userId': 'u', 'at': " + (from + i) + "}");
        }
    }
}
