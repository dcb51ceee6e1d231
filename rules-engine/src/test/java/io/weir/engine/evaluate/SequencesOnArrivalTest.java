package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes on from event to event goes by arrival; what time decides, by the watermark. */
class SequencesOnArrivalTest {

    private static final String EVENT = "event E { id: text, x: int, at: timestamp } time at, up to 1 hour late\n";

    private static World publish(String rule) {
        World world = new World();
        world.publish(null, EVENT + rule);
        world.passOnArrival(0);
        return world;
    }

    private static void send(World world, int x, long at) {
        world.send("E", "{'id':'a','x':" + x + ",'at':" + at + "}");
    }

    private static List<String> told(World world) {
        return world.alerts.stream()
                .map(raised -> raised.alert().time() + " " + raised.alert().text())
                .toList();
    }

    @Test
    void steps_inTheOrderOfArrival_match() {
        World world = publish("""
                rule "Steps" on E by id
                  sequence within 10 seconds
                    one: E where x is 1
                    two: E where x is 2
                  then alert "stepped"
                """);
        send(world, 1, 5_000);
        send(world, 2, 4_000);
        assertThat(told(world)).containsExactly("4000 stepped");

        send(world, 1, 30_000);
        send(world, 2, 20_000);
        send(world, 2, 40_000);
        send(world, 2, 39_999);

        assertThat(told(world)).hasSize(1);
        world.passOnArrival(100_000);
        assertThat(world.entries()).isZero();
    }

    @Test
    void finalNo_waitsForTheWatermark_notForANewerEvent() {
        World world = publish("""
                rule "Quiet" on E by id
                  sequence within 10 seconds
                    one: E where x is 1
                    none: no E where x is 2
                  then alert "quiet since {at}"
                """);
        send(world, 1, 5_000);
        send(world, 2, 15_000);
        send(world, 1, 2_000);
        world.passOnArrival(11_999);
        assertThat(told(world)).isEmpty();

        world.passOnArrival(12_000);
        assertThat(told(world)).containsExactly("12000 quiet since 1970-01-01T00:00:02.000Z");
        world.passOnArrival(15_000);
        assertThat(told(world)).hasSize(2).last().isEqualTo("15000 quiet since 1970-01-01T00:00:05.000Z");
        world.passOnArrival(100_000);
        assertThat(world.entries()).isZero();
    }

    @Test
    void finalNo_whatItForbidsCameLate_endsTheAttempt() {
        World world = publish("""
                rule "Quiet" on E by id
                  sequence strictly within 10 seconds
                    one: E where x is 1
                    none: no E where x is 2
                  then alert "quiet"
                """);
        send(world, 1, 5_000);
        send(world, 3, 30_000);
        send(world, 2, 6_000);

        world.passOnArrival(100_000);

        assertThat(told(world)).isEmpty();
    }

    @Test
    void increases_inTheOrderOfArrival_withinTimeInEitherDirection() {
        World world = publish("""
                rule "Up" on E by id
                  when x increases 2 times in a row within 10 seconds
                  then alert "up to {x}"
                """);
        send(world, 1, 20_000);
        send(world, 2, 15_000);
        send(world, 3, 12_000);
        assertThat(told(world)).containsExactly("12000 up to 3");

        send(world, 4, 5_001);

        assertThat(told(world)).containsExactly("12000 up to 3", "5001 up to 4");
        send(world, 5, 30_000);
        assertThat(told(world)).hasSize(2);
        world.passOnArrival(100_000);
        assertThat(world.entries()).isZero();
    }

    @Test
    void rowOfAnOlderEpoch_leavesWhatANewerOneBegan() {
        World world = publish("rule \"R\" on E by id when previous E is present then alert \"r\"");
        send(world, 1, 1_000);
        KeyState state = world.states.values().iterator().next();
        assertThat(state.entries()).isEqualTo(1);

        state.lookUp(KeyLayout.NONE);
        assertThat(state.entries()).isEqualTo(1);

        state.attach(new KeyLayout(List.of()));
        assertThat(state.isEmpty()).isTrue();
    }
}
