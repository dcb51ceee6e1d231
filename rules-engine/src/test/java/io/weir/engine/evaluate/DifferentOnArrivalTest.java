package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Different values of windows that have been read before an event comes late. */
class DifferentOnArrivalTest {

    private static final String PACK = """
            event A { k: text, n: int, at: timestamp } time at, up to 1 day late
            rule "Ways" on A by k
              every 5 seconds
              when distinct n over the last 7 seconds >= 0
              then alert "{distinct}"
            """;

    private final World world = new World(false, (model, signature) -> inputs -> 0.0);

    @ParameterizedTest
    @ValueSource(longs = {11_000, 12_001})
    void valueThatLeavesTheWindow_afterALateEventHasUndoneTheLinks_isCountedAsBefore(long first) {
        world.publish(null, PACK);
        world.passOnArrival(Long.MIN_VALUE);

        send(2_000, 0);
        send(4_000, 0);
        send(first, 1);
        world.passOnArrival(8_000);
        send(23_001 - first, 1);
        world.passOnArrival(10_000);

        assertThat(texts()).endsWith("1", "1");
    }

    @Test
    void window_inOrder_countsEachValueOnce() {
        world.publish(null, PACK);

        send(2_000, 0);
        send(4_000, 0);
        send(4_500, 1);
        world.passTo(10_000);

        assertThat(texts()).containsExactly("2", "2");
    }

    private List<String> texts() {
        return world.alerts.stream().map(raised -> raised.alert().text()).toList();
    }

    private void send(long time, int number) {
        world.send("A", "{'k':'k','n':" + number + ",'at':" + time + "}");
    }
}
