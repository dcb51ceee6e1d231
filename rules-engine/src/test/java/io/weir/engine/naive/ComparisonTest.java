package io.weir.engine.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Set<Construct> WINDOWS = Set.of(Construct.TIME_WINDOWS, Construct.THROTTLING);

    @Test
    void engines_thatAgree_areLeftAlone() {
        Comparison comparison = new Comparison(new NaiveEngine(), new NaiveEngine());

        for (long seed = 0; seed < 50; seed++) {
            long each = seed;
            assertThatCode(() -> comparison.check(each, new RandomWorld(each, Construct.all()).world()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void engine_thatHasAMistake_isShownInItsSmallestWorld() {
        // It counts what throttling held back once too often.
        Engine wrong = world -> new NaiveEngine()
                .run(world).stream().map(ComparisonTest::withOneMore).toList();
        Comparison comparison = new Comparison(new NaiveEngine(), wrong);
        long seed = 0;
        while (!comparison.differs(new RandomWorld(seed, WINDOWS).world())) {
            seed++;
        }
        World world = new RandomWorld(seed, WINDOWS).world();

        long found = seed;
        AssertionError error = catchThrowableOfType(AssertionError.class, () -> comparison.check(found, world));

        assertThat(error).hasMessageStartingWith("seed " + seed);
        World smallest = new Shrinker(comparison::differs).shrink(world);
        assertThat(smallest.rules()).hasSize(1);
        assertThat(smallest.events()).hasSize(3).hasSizeLessThan(world.events().size());
        assertThat(smallest.rules().get(0).length())
                .isLessThan(world.rules().get(0).length());
        assertThat(error).hasMessageContaining(smallest.describe());
    }

    private static Outcome withOneMore(Outcome one) {
        return new Outcome(
                one.kind(),
                one.rule(),
                one.time(),
                one.key(),
                one.severity(),
                one.text(),
                one.topic(),
                one.values(),
                one.suppressed() == 0 ? 0 : one.suppressed() + 1,
                one.event());
    }

    @Test
    void engine_thatThrows_differs() {
        Comparison comparison = new Comparison(new NaiveEngine(), world -> {
            throw new IllegalStateException("broken");
        });

        assertThat(comparison.differs(new RandomWorld(1, WINDOWS).world())).isTrue();
    }

    @Test
    void marks_ofAText_sayWhatIsSimpler() {
        String marked =
                "when " + Marks.either("(a and " + Marks.either("not b", "b") + ")", "a") + Marks.optional(" x");

        assertThat(Marks.plain(marked)).isEqualTo("when (a and not b) x");
        assertThat(Marks.simpler(marked))
                .extracting(Marks::plain)
                .containsExactly("when a x", "when (a and b) x", "when (a and not b)");
    }
}
