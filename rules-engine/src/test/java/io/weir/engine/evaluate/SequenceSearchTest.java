package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.Environment;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RulePlan;
import io.weir.engine.evaluate.NaiveSequence.Asked;
import io.weir.engine.evaluate.NaiveSequence.Condition;
import io.weir.engine.evaluate.NaiveSequence.Event;
import io.weir.engine.evaluate.NaiveSequence.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SequenceSearchTest {

    private static final int N = 1;
    private static final long SEED = 20_240_607;
    private static final Condition TRUE = new Condition("", asked -> true);

    private static final Environment STREAMS = RuleCompiler.compile(
                    List.of(new Source("streams.weir", RandomSequence.STREAMS)))
            .environment();

    @Test
    void search_randomSequencesAndEvents_findsWhatANaiveOneFinds() {
        int searched = 0;
        int strict = 0;
        int found = 0;
        Random seeds = new Random(SEED);
        for (int i = 0; i < 1_500; i++) {
            long seed = seeds.nextLong();
            Random random = new Random(seed);
            RandomSequence dice = new RandomSequence(random);
            NaiveSequence sequence = dice.next();
            RulePlan plan = plan(RandomSequence.rule(sequence));
            if (plan == null) {
                continue;
            }
            for (int run = 0; run < 4; run++) {
                List<Event> events = dice.events();
                List<String> expected = sequence.in(events).stream()
                        .map(NaiveSequence.Match::shown)
                        .toList();
                assertThat(found(plan, sequence, events, run % 2 == 1))
                        .as("seed %s%n%s%s", seed, RandomSequence.rule(sequence), events)
                        .isEqualTo(expected);
                found += expected.size();
                searched++;
                strict += sequence.strictly() ? 1 : 0;
            }
        }
        assertThat(searched).isGreaterThan(3_000);
        assertThat(strict).isBetween(searched / 4, searched * 3 / 4);
        assertThat(found).isGreaterThan(2_000);
    }

    @Test
    void search_fallAndRiseTwice_findsTheDoubleBottomOnce() {
        // Down to 1, up to 3, down to 1, then over the 3.
        List<Event> prices = events(5, 4, 2, 1, 2, 3, 2, 1, 2, 3, 4, 5, 6);
        NaiveSequence doubleBottom = doubleBottom(NaiveSequence.AFTER);

        assertThat(found(planOf(doubleBottom), doubleBottom, prices, false)).containsExactly("0-10 at 11");
    }

    @Test
    void search_secondRiseFallsShort_findsNothing() {
        NaiveSequence doubleBottom = doubleBottom(NaiveSequence.AFTER);

        List<Event> prices = events(5, 4, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1);

        assertThat(found(planOf(doubleBottom), doubleBottom, prices, false)).isEmpty();
    }

    @Test
    void search_resumedAtNext_findsTheDoubleBottomFromEachFall() {
        NaiveSequence doubleBottom = doubleBottom(NaiveSequence.AT_NEXT);

        List<Event> prices = events(5, 4, 2, 1, 2, 3, 2, 1, 2, 3, 4, 5, 6);

        assertThat(found(planOf(doubleBottom), doubleBottom, prices, true))
                .containsExactly("0-10 at 11", "1-10 at 11", "2-10 at 11");
    }

    @Test
    void search_moreAttemptsThanMayBeKept_forgetsTheOldestAndSaysSo() {
        NaiveSequence sequence = new NaiveSequence(
                false, 1_000_000, List.of(step("a", "T", 1), step("b", "U", 1)), NaiveSequence.AFTER, TRUE);
        SequencePlan plan = SequencePlan.of(planOf(sequence));
        List<String> failures = new ArrayList<>();
        Conditions conditions = new Conditions(plan, sequence, failures::add);
        SequenceSearch search = SequenceSearch.of(plan, conditions);
        SequenceState state = (SequenceState) plan.state(Long.MIN_VALUE).create();
        List<Long> firsts = new ArrayList<>();
        MatchSink sink = (view, tier, time) -> firsts.add(place(view.attempt().rows[Attempt.FIRST]));

        for (int i = 0; i < SequenceSearch.MOST_ATTEMPTS + 5; i++) {
            search.accept(state, row(new Event("T", 1L, i, i)), 0, sink);
        }
        int kept = state.size();
        search.accept(state, row(new Event("U", 1L, 5_000, 5_000)), 1, sink);

        assertThat(kept).isEqualTo(SequenceSearch.MOST_ATTEMPTS);
        assertThat(failures).hasSize(5).containsOnly("more than 1000 attempts at a sequence for one key");
        assertThat(firsts).containsExactly(5L);
        assertThat(state.size()).isZero();
    }

    @Test
    void search_loopsThatTakeEverything_staySmallAndInTime() {
        NaiveSequence loops = new NaiveSequence(
                true,
                1_000_000,
                List.of(step("a", "T", 9), step("b", "T", 9), step("c", "T", 9), step("d", "U", 1)),
                NaiveSequence.AFTER,
                TRUE);
        SequencePlan plan = SequencePlan.of(planOf(loops));
        Conditions conditions = new Conditions(plan, loops);
        SequenceSearch search = SequenceSearch.of(plan, conditions);
        SequenceState state = (SequenceState) plan.state(Long.MIN_VALUE).create();
        List<Long> firsts = new ArrayList<>();
        MatchSink sink = (view, tier, time) -> firsts.add(place(view.attempt().rows[Attempt.FIRST]));

        for (int i = 0; i < 300; i++) {
            search.accept(state, row(new Event("T", 1L, i, i)), 0, sink);
            assertThat(state.size()).isLessThanOrEqualTo(3 * (i + 1));
        }
        search.accept(state, row(new Event("U", 1L, 300, 300)), 1, sink);

        assertThat(firsts).containsExactly(0L);
        assertThat(state.size()).isZero();
    }

    private static NaiveSequence doubleBottom(int resumeAt) {
        Condition falls = new Condition("n < previous n", asked -> lessThan(asked.n(), asked.before()));
        Condition rises = new Condition("n > previous n", asked -> lessThan(asked.before(), asked.n()));
        return new NaiveSequence(
                true,
                1_000,
                List.of(
                        step("start", "T", 1),
                        loop("fall", falls),
                        loop("rise", rises),
                        loop("dip", falls),
                        loop("lift", rises)),
                resumeAt,
                new Condition(
                        "last lift.n > last rise.n", asked -> lessThan(asked.end(2, false), asked.end(4, false))));
    }

    private static boolean lessThan(@Nullable Long left, @Nullable Long right) {
        return left != null && right != null && left < right;
    }

    private static Step loop(String name, Condition where) {
        return new Step(name, 1, Integer.MAX_VALUE, false, "", where);
    }

    /** One event, or as many as there are. */
    private static Step step(String name, String stream, int most) {
        return new Step(name, 1, most == 1 ? 1 : Integer.MAX_VALUE, false, stream, TRUE);
    }

    private static List<Event> events(long... prices) {
        List<Event> events = new ArrayList<>();
        for (long price : prices) {
            events.add(new Event("T", price, events.size() + 1, events.size()));
        }
        return events;
    }

    private static RulePlan planOf(NaiveSequence sequence) {
        return Objects.requireNonNull(plan(RandomSequence.rule(sequence)));
    }

    private static @Nullable RulePlan plan(String rule) {
        Compilation compiled = RuleCompiler.compile(STREAMS, List.of(new Source("rule.weir", rule)));
        return compiled.ok() ? compiled.rules().get(0) : null;
    }

    /** Matches as the search finds them; all that is kept is gone in the end. */
    private static List<String> found(RulePlan rule, NaiveSequence sequence, List<Event> events, boolean stored) {
        SequencePlan plan = SequencePlan.of(rule);
        Conditions conditions = new Conditions(plan, sequence);
        SequenceSearch search = SequenceSearch.of(plan, conditions);
        SequenceState state = (SequenceState) plan.state(Long.MIN_VALUE).create();
        List<String> found = new ArrayList<>();
        long[] now = new long[1];
        MatchSink sink = (view, tier, time) -> {
            found.add(place(view.attempt().rows[Attempt.FIRST]) + "-" + place(view.row()) + " at " + time);
            assertThat(isHeld(view) || place(view.row()) == now[0]).isTrue();
        };
        for (Event event : events) {
            now[0] = event.place();
            pass(search, state, event.at(), sink);
            search.accept(state, row(event), event.stream().equals("T") ? 0 : 1, sink);
            state = stored ? stored(state) : state.copy();
        }
        pass(search, state, Long.MAX_VALUE - 1, sink);
        state.expire(Math.max(state.lastExpiry(), 0));
        assertThat(state.size()).as("what is left of %s", events).isZero();
        return found;
    }

    /** What else was seen at the last event, as it was then. */
    private static boolean isHeld(MatchView view) {
        HeldValues held = view.attempt().held;
        return held != null
                && Arrays.equals(held.values().get(0), view.row())
                && held.previous().get(0) == null
                && held.previous().get(1) == view.row();
    }

    private static void pass(SequenceSearch search, SequenceState state, long time, MatchSink sink) {
        while (state.nextDue(0) <= time) {
            search.due(state, state.nextDue(0), sink);
        }
        if (time < Long.MAX_VALUE - 1) {
            search.due(state, time, sink);
        }
    }

    private static SequenceState stored(SequenceState state) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            SequenceCodec.write(state, new DataOutputStream(bytes));
            return SequenceCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(Event event) {
        RowWriter writer = new RowWriter(event.stream().equals("T") ? 1 : 2, 3).begin();
        if (event.n() != null) {
            writer.setLong(N, event.n());
        }
        return writer.finish(0, event.place(), event.at());
    }

    private static long place(byte[] row) {
        return new Row(row).offset();
    }

    private static @Nullable Long n(byte @Nullable [] row) {
        return row == null || !new Row(row).isPresent(N) ? null : Long.valueOf(new Row(row).bitsAt(N));
    }

    /** The naive sequence's conditions, asked of what the search keeps. */
    private static final class Conditions implements MatchConditions, Asked {

        private final SequencePlan plan;
        private final NaiveSequence sequence;
        private final Consumer<String> failures;
        private final Frame frame = new Frame(1);
        private @Nullable MatchView view;

        Conditions(SequencePlan plan, NaiveSequence sequence) {
            this(plan, sequence, reason -> {
                throw new AssertionError(reason);
            });
        }

        Conditions(SequencePlan plan, NaiveSequence sequence, Consumer<String> failures) {
            this.plan = plan;
            this.sequence = sequence;
            this.failures = failures;
        }

        @Override
        public boolean fits(int step, MatchView candidate) {
            view = candidate;
            return sequence.steps().get(step).where().test().test(this);
        }

        @Override
        public int tier(MatchView match) {
            view = match;
            return sequence.when().test().test(this) ? 0 : -1;
        }

        @Override
        public void hold(MatchView match) {
            byte[] row = match.row();
            match.attempt().held = new HeldValues(List.of(row), Arrays.asList(null, row));
        }

        @Override
        public @Nullable Object counted(int total, byte[] row) {
            boolean counts = plan.needs.totals().get(total).function() == AggregateFunction.COUNT;
            return counts ? Boolean.TRUE : (Object) SequenceSearchTest.n(row);
        }

        @Override
        public void failed(String reason) {
            failures.accept(reason);
        }

        private MatchView view() {
            return Objects.requireNonNull(view);
        }

        @Override
        public @Nullable Long n() {
            return SequenceSearchTest.n(view().row());
        }

        @Override
        public @Nullable Long before() {
            return SequenceSearchTest.n(view().event(new EventRef.Before()));
        }

        @Override
        public @Nullable Long end(int step, boolean first) {
            return SequenceSearchTest.n(view().event(new EventRef.OfStep(step, first)));
        }

        @Override
        public long count(int step) {
            return total(AggregateFunction.COUNT, step);
        }

        @Override
        public long sum(int step) {
            return total(AggregateFunction.SUM, step);
        }

        private long total(AggregateFunction function, int step) {
            for (Expr.StepAggregate total : plan.needs.totals()) {
                if (total.function() == function && total.step() == step) {
                    view().step(total, frame, 0);
                    return frame.bits[0];
                }
            }
            throw new AssertionError(function + " of step " + step + " is not kept");
        }
    }
}
