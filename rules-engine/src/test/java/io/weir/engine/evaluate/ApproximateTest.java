package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Approximate aggregates in rules, beside the exact answers for windows that begin where a pane begins. */
class ApproximateTest {

    private static final String STREAM = """
            event Payment {
              cardId: text
              items: int
              country: text
              amount: money in currency
              currency: text
              at: timestamp
            } time at

            """;
    private static final String RULE = STREAM + """
            rule "Roughly" on Payment by cardId
              when items >= 0
              then emit Seen {
                last: approximate distinct country over the last 64 seconds,
                previous: approximate distinct country where items > 50 over the previous 64 seconds,
                median: approximate median of items over the last 64 seconds,
                high: (approximate percentile 90 of items over the previous 64 seconds) else -1
              } to topic "seen"
            """;
    private static final long LENGTH = 64_000;
    private static final long PANE = 2_000;

    private record Paid(long time, String card, int items, String country) {}

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rule_overRandomEvents_saysWhatANaiveCountOfThePanesSays(boolean storesState) {
        World world = new World(storesState, (model, signature) -> inputs -> inputs[0]);
        world.publish(null, RULE);
        long seed = 20260103;
        Random random = new Random(seed);
        List<Paid> all = new ArrayList<>();
        long time = 1_000_000;
        for (int i = 0; i < 800; i++) {
            time += random.nextInt(10) == 0 ? random.nextInt(70_000) : random.nextInt(2_000);
            Paid paid = new Paid(time, "c" + random.nextInt(2), random.nextInt(100), "L" + random.nextInt(40));
            world.send("Payment", json(paid, "EUR"));

            List<Paid> before = all.stream()
                    .filter(each -> each.card().equals(paid.card()) && each.time() >= start(paid.time()))
                    .toList();
            List<Paid> until = new ArrayList<>(before);
            until.add(paid);
            all.add(paid);
            assertThat(new String(world.sent.get(i).json(), StandardCharsets.UTF_8))
                    .as("event %d, seed %d", i, seed)
                    .contains("\"last\":" + different(until))
                    .contains("\"previous\":"
                            + different(before.stream()
                                    .filter(each -> each.items() > 50)
                                    .toList()))
                    .contains("\"median\":" + ranked(until, 50))
                    .contains("\"high\":" + ranked(before, 90));
        }
    }

    private static long start(long time) {
        return (time - LENGTH + 1) / PANE * PANE;
    }

    private static long different(List<Paid> paid) {
        return paid.stream().map(Paid::country).distinct().count();
    }

    private static long ranked(List<Paid> paid, int percent) {
        return paid.isEmpty()
                ? -1
                : paid.stream()
                        .mapToLong(Paid::items)
                        .sorted()
                        .skip((paid.size() * percent + 99) / 100 - 1)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void amounts_ofTwoCurrencies_haveNoMedianUntilOneHasGone() {
        World world = new World();
        world.publish(null, STREAM + """
                rule "Median" on Payment by cardId
                  when (approximate median of amount over the last 64 seconds) is present
                  then alert "{median}"
                """);

        world.send("Payment", json(new Paid(10_000, "c", 5, "DE"), "EUR"));
        world.send("Payment", json(new Paid(20_000, "c", 7, "DE"), "USD"));
        world.send("Payment", json(new Paid(80_000, "c", 9, "DE"), "USD"));

        assertThat(world.alerts).extracting(raised -> raised.alert().text()).containsExactly("5.00 EUR", "7.00 USD");
    }

    @Test
    void state_afterTheWindow_isEmpty() {
        World world = new World();
        world.publish(null, RULE);
        for (int i = 0; i < 2_000; i++) {
            world.send("Payment", json(new Paid(100 * i, "c" + i % 5, i, "L" + i), "EUR"));
        }
        assertThat(world.entries()).isBetween(5 * 4 * 32, 5 * 4 * 35);

        world.passTo(199_900 + LENGTH - 100);
        assertThat(world.entries()).isPositive();

        world.passTo(199_900 + LENGTH + PANE);
        assertThat(world.states).isEmpty();
    }

    @Test
    void rule_thatWasAway_countsFromItsReturn() {
        World world = new World();
        world.publish(null, STREAM + """
                rule "Roughly" on Payment by cardId
                  when approximate distinct country over the last 64 seconds > 1
                  then alert "{distinct}"
                """);
        send(world, 1_000, 2_000);
        world.release(3_000L, ArtifactKind.RULE, "roughly", ArtifactState.RETIRED);
        send(world, 4_000);
        world.release(5_000L, ArtifactKind.RULE, "roughly", ArtifactState.LIVE);
        send(world, 6_000, 7_000);

        assertThat(world.alerts)
                .extracting(
                        raised -> raised.alert().time() + ": " + raised.alert().text())
                .containsExactly("2000: 2", "7000: 2");
    }

    private static void send(World world, long... times) {
        LongStream.of(times).forEach(time -> world.send("Payment", json(new Paid(time, "c", 1, "L" + time), "EUR")));
    }

    private static String json(Paid paid, String currency) {
        return "{'cardId':'" + paid.card() + "','items':" + paid.items() + ",'country':'" + paid.country()
                + "','amount':" + paid.items() + ",'currency':'" + currency + "','at':" + paid.time() + "}";
    }
}
