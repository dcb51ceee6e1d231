package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.engine.evaluate.NaiveSequence.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules with sequences from event bytes to alerts, through releases and stored state. */
class SequenceWorldTest {

    private static final long SEED = 4_711;
    private static final long THE_END = 1_000_000_000_000L;

    private static final String PAYMENTS = "event Payment { id: text n: int at: timestamp } time at\n";

    @Test
    void rules_ofRandomSequences_raiseTheAlertsThatANaiveSearchFinds() {
        Random seeds = new Random(SEED);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            long seed = seeds.nextLong();
            RandomSequence dice = new RandomSequence(new Random(seed));
            NaiveSequence sequence = dice.next();
            String rule = RandomSequence.rule(sequence);
            if (!isRight(RandomSequence.STREAMS + rule)) {
                continue;
            }
            List<List<Event>> keys = List.of(dice.events(), dice.events());
            World world = new World(i % 2 == 0, (model, signature) -> inputs -> 0);
            world.publish(null, RandomSequence.STREAMS + rule);
            List<List<Long>> offsets = send(world, keys);
            world.passTo(THE_END);

            assertThat(world.status("r").lastError())
                    .as("seed %s%n%s", seed, rule)
                    .isNull();
            for (int key = 0; key < keys.size(); key++) {
                List<Long> ofKey = offsets.get(key);
                List<String> expected = sequence.in(keys.get(key)).stream()
                        .map(match -> ofKey.get(match.first().place()) + "-"
                                + ofKey.get(match.last().place()) + " at " + match.time())
                        .toList();
                assertThat(shown(world, "k" + key))
                        .as("seed %s%n%s%s", seed, rule, keys.get(key))
                        .isEqualTo(expected);
                found += expected.size();
            }
            assertThat(world.alerts)
                    .doesNotHaveDuplicates()
                    .extracting(each -> each.alert().id())
                    .doesNotHaveDuplicates();
            assertThat(world.states).isEmpty();
        }
        assertThat(found).isGreaterThan(80);
    }

    private static boolean isRight(String text) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("rule.weir", text)));
        return compiled.ok();
    }

    /** In the order of time; answers each event's offset. */
    private static List<List<Long>> send(World world, List<List<Event>> keys) {
        List<List<Long>> offsets = List.of(new ArrayList<>(), new ArrayList<>());
        long sent = 0;
        while (offsets.get(0).size() < keys.get(0).size()
                || offsets.get(1).size() < keys.get(1).size()) {
            int key = next(keys.get(0), offsets.get(0).size())
                            <= next(keys.get(1), offsets.get(1).size())
                    ? 0
                    : 1;
            Event event = keys.get(key).get(offsets.get(key).size());
            world.send(event.stream(), "{'id':'k" + key + "','n':" + event.n() + ",'at':" + event.at() + "}");
            offsets.get(key).add(sent++);
        }
        return offsets;
    }

    private static long next(List<Event> events, int index) {
        return index < events.size() ? events.get(index).at() : Long.MAX_VALUE;
    }

    private static List<String> shown(World world, String key) {
        return world.alerts.stream()
                .map(RaisedAlert::alert)
                .filter(alert -> key.equals(alert.key().get("id")))
                .map(SequenceWorldTest::shown)
                .toList();
    }

    private static String shown(Alert alert) {
        List<Alert.TriggeringEvent> events = alert.events();
        return events.get(0).offset() + "-" + events.get(events.size() - 1).offset() + " at " + alert.time();
    }

    @Test
    void revision_ofTheSameSteps_goesOnWithWhatHasMatched() {
        World world = new World();
        world.publish(null, PAYMENTS + rule("one", "n > 1", "n > 2", "{one.n}"));
        pay(world, 2, 1_000);
        world.publish(2_000L, rule("first", "n > 1", "n > 2", "now {first.n}"));
        pay(world, 3, 3_000);

        assertThat(world.alerts).extracting(raised -> raised.alert().text()).containsExactly("now 2");
        assertThat(world.alerts).extracting(raised -> raised.alert().revision()).containsExactly(2);
    }

    @Test
    void revision_ofOtherSteps_startsAgain() {
        World world = new World();
        world.publish(null, PAYMENTS + rule("one", "n > 1", "n > 2", "{one.n}"));
        pay(world, 2, 1_000);
        world.publish(2_000L, rule("one", "n >= 2", "n > 2", "{one.n}"));
        pay(world, 3, 3_000);
        int before = world.alerts.size();
        pay(world, 4, 4_000);

        assertThat(before).isZero();
        assertThat(world.alerts).extracting(raised -> raised.alert().text()).containsExactly("3");
    }

    @Test
    void pause_endsWhatHasMatched() {
        World world = new World();
        world.publish(null, PAYMENTS + rule("one", "n > 1", "n > 2", "{one.n}"));
        pay(world, 2, 1_000);
        world.release(2_000L, ArtifactKind.RULE, "r", ArtifactState.PAUSED);
        world.release(3_000L, ArtifactKind.RULE, "r", ArtifactState.LIVE);
        pay(world, 3, 4_000);

        assertThat(world.alerts).isEmpty();
    }

    @Test
    void failingCondition_fitsNothingAndIsCounted() {
        World world = new World();
        world.publish(null, PAYMENTS + rule("one", "n * 9_000_000_000 > 1", "n > 2", "{one.n}"));
        pay(world, 9_000_000_000L, 1_000);
        pay(world, 3, 2_000);

        assertThat(world.alerts).isEmpty();
        assertThat(world.status("r").errors() + world.routeStatus("r").errors()).isPositive();
    }

    private static String rule(String first, String one, String two, String text) {
        return "rule \"r\" on Payment by id sequence within 1 hour " + first + ": Payment where " + one
                + " two: Payment where " + two + " then alert \"" + text + "\"\n";
    }

    private static void pay(World world, long n, long at) {
        world.send("Payment", "{'id':'c','n':" + n + ",'at':" + at + "}");
    }
}
