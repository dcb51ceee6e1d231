package io.weir.engine.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That random rules have no mistakes, fire, and would show a difference. */
class RandomWorldTest {

    private static final int WORLDS = 150;
    private static final Map<String, String> SHAPES = Map.of(
            "sequence strictly", "strict sequence",
            "sequence within", "sequence",
            "not followed by", "not followed",
            "  every", "every",
            "each session", "session",
            "route to", "route");

    @Test
    void rules_writtenAtRandom_compileAndFire() {
        int written = 0;
        int compiled = 0;
        Map<String, Integer> rules = new HashMap<>();
        Map<String, Integer> firing = new HashMap<>();
        for (long seed = 0; seed < WORLDS; seed++) {
            RandomWorld random = new RandomWorld(seed, Construct.all());
            World world = random.world();
            written += random.written();
            compiled += random.compiled();
            Set<String> fired =
                    new NaiveEngine().run(world).stream().map(Outcome::rule).collect(Collectors.toSet());
            for (int i = 0; i < world.rules().size(); i++) {
                String shape = shape(world.rules().get(i));
                rules.merge(shape, 1, Integer::sum);
                firing.merge(shape, fired.contains("r" + i) ? 1 : 0, Integer::sum);
            }
        }
        assertThat(compiled).as("of %s", written).isGreaterThan(written * 95 / 100);
        assertThat(rules).hasSize(SHAPES.size() + 1);
        rules.forEach((shape, count) ->
                assertThat(firing.get(shape)).as("%s, of %s", shape, count).isGreaterThan(count / 6));
    }

    private static String shape(String rule) {
        return SHAPES.entrySet().stream()
                .filter(shape -> rule.contains(shape.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("event");
    }

    @Test
    void rules_ofFewConstructs_haveNoOther() {
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = new RandomWorld(seed, Set.of(Construct.TIME_WINDOWS, Construct.THROTTLING)).world();

            assertThat(world.rules().toString())
                    .doesNotContain(
                            " EUR",
                            "score",
                            "sequence",
                            "followed",
                            "  every",
                            "route",
                            "previous A",
                            "in a row",
                            "emit",
                            "otherwise",
                            " events",
                            "median",
                            "@published",
                            "fx[",
                            "caps[",
                            "tags",
                            "date(");
        }
    }

    @Test
    void worlds_ofOneSeed_areTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(new RandomWorld(seed, Construct.all()).world())
                    .isEqualTo(new RandomWorld(seed, Construct.all()).world());
        }
    }

    @Test
    void readings_turnedAround_areNoticed() {
        List<Readings> others = List.of(
                new Readings(false, false, false), new Readings(true, true, false), new Readings(true, false, true));
        for (Readings other : others) {
            Comparison comparison = new Comparison(new NaiveEngine(), new NaiveEngine(other));
            boolean noticed = false;
            for (long seed = 0; seed < 8 * WORLDS && !noticed; seed++) {
                noticed = comparison.differs(new RandomWorld(seed, Construct.all()).world());
            }
            assertThat(noticed).as("%s", other).isTrue();
        }
    }
}
