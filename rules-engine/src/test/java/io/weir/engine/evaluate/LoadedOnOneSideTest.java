package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ArtifactKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that one task can load and another cannot: both sides of the network still number the others alike. */
class LoadedOnOneSideTest {

    private static final String PACK = """
            event E { id: text, x: float, at: timestamp } time at
            model fraud given x: float returns probability else 0.5
            rule "Awaited" on E where x < 0.1 by id
              when score of fraud > 0.5 and not followed by E within 5 seconds then alert "awaited"
            rule "Seen before" on E by id
              when previous E is present then alert "{id} again"
            rule "Steps" on E by id
              sequence within 1 minute
                one: E where x > 0.5
                two: E where x > 0.5
              then alert "{id} stepped"
            """;

    private int loads;

    @Test
    void otherRulesOfTheKey_goOnAsBefore() {
        World world = new World(false, (model, signature) -> {
            // The route side loads it first.
            if (++loads > 1) {
                throw new IllegalStateException("out of memory");
            }
            return inputs -> inputs[0];
        });
        world.release(null, List.of(world.write(ArtifactKind.MODEL, "fraud", null, new byte[0])));
        world.publish(null, PACK);

        world.send("E", "{'id':'a','x':0.9,'at':1000}");
        world.send("E", "{'id':'a','x':0.9,'at':2000}");
        world.passTo(60_000);

        assertThat(loads).isEqualTo(2);
        assertThat(world.status("awaited").quarantined()).contains("out of memory");
        assertThat(world.alerts.stream().map(raised -> raised.alert().text()))
                .containsExactlyInAnyOrder("a again", "a stepped");
    }
}
