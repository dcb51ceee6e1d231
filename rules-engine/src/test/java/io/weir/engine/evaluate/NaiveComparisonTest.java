package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.engine.evaluate.NaiveWorld.Agg;
import io.weir.engine.evaluate.NaiveWorld.Event;
import io.weir.engine.evaluate.NaiveWorld.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every value of every aggregate against {@link NaiveWorld}, on random rules that change while random events come. */
class NaiveComparisonTest {

    private static final int EVENTS = 120;

    @Test
    void aggregates_ofRandomRulesAndEvents_areWhatTheWholeHistorySays() {
        compare(0, 300);
    }

    @Test
    @Tag("long")
    void aggregates_ofManyRandomRulesAndEvents_areWhatTheWholeHistorySays() {
        long seed = System.nanoTime();
        System.err.println("seed " + seed);
        compare(seed, 20_000);
    }

    private static void compare(long firstSeed, int worlds) {
        for (long seed = firstSeed; seed < firstSeed + worlds; seed++) {
            new Comparison(seed).run();
        }
    }

    private static final class Comparison {
        private final long seed;
        private final NaiveWorld naive;
        private final Random random;
        private final World world;
        private final List<List<Rule>> releases = new ArrayList<>();
        private final List<Long> from = new ArrayList<>();
        private final List<Event> history = new ArrayList<>();

        Comparison(long seed) {
            this.seed = seed;
            random = new Random(seed);
            naive = new NaiveWorld(random);
            world = new World(seed % 2 == 0, (model, signature) -> inputs -> 0);
        }

        void run() {
            world.publish(null, NaiveWorld.STREAMS);
            releases.add(List.of());
            from.add(Long.MIN_VALUE);
            List<Event> events = naive.events(EVENTS);
            publish(events.get(0).at());
            for (Event event : events) {
                boolean laterThanAll =
                        history.isEmpty() || history.get(history.size() - 1).at() < event.at();
                if (laterThanAll && random.nextInt(30) == 0) {
                    publish(event.at());
                }
                history.add(event);
                check(event, world.send(event.stream(), event.json()));
            }
            world.passTo(events.get(EVENTS - 1).at() + Retention.LONGEST + KeyState.DAY);
            assertThat(world.states).as("seed %s", seed).isEmpty();
        }

        /** Retires some rules, changes and adds others. */
        private void publish(long at) {
            List<Rule> before = releases.get(releases.size() - 1);
            List<Rule> after = new ArrayList<>(naive.rules());
            before.stream()
                    .filter(rule -> random.nextBoolean())
                    .filter(rule ->
                            after.stream().noneMatch(other -> other.name().equals(rule.name())))
                    .forEach(after::add);
            List<Change> changes = new ArrayList<>();
            for (Rule rule : after) {
                if (!before.contains(rule)) {
                    changes.add(world.write(ArtifactKind.RULE, rule.name(), rule.text(), null));
                }
            }
            for (Rule rule : before) {
                if (after.stream().noneMatch(other -> other.name().equals(rule.name()))) {
                    changes.add(new Change(ArtifactKind.RULE, rule.name(), 1, ArtifactState.RETIRED));
                }
            }
            Epoch epoch = world.release(at, changes);
            assertThat(epoch.quarantined()).as("seed %s: %s", seed, after).isEmpty();
            releases.add(after);
            from.add(at);
        }

        private void check(Event event, List<RaisedAlert> raised) {
            List<Rule> rules = releases.get(epochOf(event)).stream()
                    .filter(rule ->
                            rule.on().contains(event.stream()) && !event.id().isEmpty())
                    .toList();
            assertThat(raised).as("seed %s, %s", seed, event).hasSize(rules.size());
            for (Rule rule : rules) {
                Alert alert = raised.stream()
                        .map(RaisedAlert::alert)
                        .filter(each -> each.rule().equals(rule.name()))
                        .findFirst()
                        .orElseThrow();
                for (int i = 0; i < rule.aggregates().size(); i++) {
                    check(event, rule, i, alert);
                }
            }
        }

        private int epochOf(Event event) {
            int epoch = from.size() - 1;
            while (from.get(epoch) > event.at()) {
                epoch--;
            }
            return epoch;
        }

        private void check(Event event, Rule rule, int index, Alert alert) {
            Agg agg = rule.aggregates().get(index);
            int epoch = epochOf(event);
            long liveFrom = NaiveWorld.liveFrom(agg, releases.subList(0, epoch + 1), from);
            Object expected = NaiveWorld.value(agg, history, liveFrom);
            assertThat(plain(alert.values().get("v" + index)))
                    .as("seed %s, event %s %s, rule:\n%s%s", seed, history.size(), event, rule.text(), agg.text())
                    .isEqualTo(expected);
        }

        private static @Nullable Object plain(@Nullable Object value) {
            if (value instanceof BigDecimal decimal) {
                return NaiveWorld.plain(decimal);
            } else if (value instanceof MoneyAmount money) {
                return new MoneyAmount(NaiveWorld.plain(money.amount()), money.currency());
            }
            return value;
        }
    }
}
