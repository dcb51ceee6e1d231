package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.engine.evaluate.WindowShape.Reach;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every aggregate over every window of one series against {@link NaiveAggregate}, its bytes written and read between any two events. */
class SeriesComparisonTest {

    private static final int EVENTS = 60;
    private static final int OF_CHUNKS = 900;

    private record Case(AggregateFunction function, BigDecimal rank, WindowShape shape, long liveFrom) {}

    private record Event(long time, @Nullable Object value) {}

    @Test
    void windows_ofRandomSeries_areWhatTheWholeHistorySays() throws IOException {
        for (long seed = 0; seed < 800; seed++) {
            new Comparison(seed, EVENTS).run();
        }
    }

    @Test
    void windows_ofRandomSeriesWithChunks_areWhatTheWholeHistorySays() throws IOException {
        for (long seed = 0; seed < 60; seed++) {
            new Comparison(seed, OF_CHUNKS).run();
        }
    }

    @Test
    @Tag("long")
    void windows_ofManyRandomSeries_areWhatTheWholeHistorySays() throws IOException {
        long seed = System.nanoTime();
        System.err.println("seed " + seed);
        for (int i = 0; i < 100_000; i++) {
            new Comparison(seed + i, i % 50 == 0 ? OF_CHUNKS : EVENTS).run();
        }
    }

    private static final class Comparison {
        private final long seed;
        private final Random random;
        private final SeriesKind kind;
        private final RandomValues values;
        private final List<Case> cases = new ArrayList<>();
        private final List<Event> history = new ArrayList<>();
        private final Frame frame = new Frame(1);
        private final int events;
        private final boolean someAreLate;
        private final ChunksInMemory chunks = new ChunksInMemory();
        private Series series;

        Comparison(long seed, int events) {
            this.seed = seed;
            this.events = events;
            random = new Random(seed);
            kind = SeriesKind.values()[random.nextInt(SeriesKind.values().length)];
            values = new RandomValues(random, kind, random.nextInt(4) == 0);
            series = new Series(7, kind);
            series.chunks(chunks);
            someAreLate = random.nextInt(3) == 0;
            for (int i = random.nextInt(6); i >= 0; i--) {
                cases.add(anyCase());
            }
        }

        private Case anyCase() {
            List<AggregateFunction> all = EnumSet.allOf(AggregateFunction.class).stream()
                    .filter(function -> switch (kind) {
                        case TIMES -> function == AggregateFunction.COUNT;
                        case TEXTS -> List.of("distinct", "first", "last").contains(function.text());
                        default -> function != AggregateFunction.COUNT;
                    })
                    .toList();
            AggregateFunction function = all.get(random.nextInt(all.size()));
            BigDecimal rank = function == AggregateFunction.MEDIAN
                    ? BigDecimal.valueOf(50)
                    : BigDecimal.valueOf(1 + random.nextInt(1000), 1);
            WindowShape shape = random.nextBoolean()
                    ? new WindowShape(
                            Reach.TIME,
                            length(List.of(1L, 10L, 60L, 400L), List.of(100L, 450L, 2_000L, 9_000L)),
                            random.nextBoolean())
                    : new WindowShape(
                            Reach.EVENTS,
                            length(List.of(1L, 2L, 7L, 30L), List.of(127L, 128L, 129L, 400L)),
                            random.nextBoolean());
            return new Case(function, rank, shape, random.nextInt(5) == 0 ? random.nextInt(200) : Long.MIN_VALUE);
        }

        private long length(List<Long> ofFew, List<Long> ofMany) {
            return (events > EVENTS && random.nextBoolean() ? ofMany : ofFew).get(random.nextInt(4));
        }

        void run() throws IOException {
            plan();
            long time = 0;
            for (int i = 0; i < events; i++) {
                long pause = random.nextInt(40) == 0 ? random.nextInt(400) : random.nextInt(8);
                time += random.nextInt(events * 4) == 0 ? Retention.LONGEST - random.nextInt(2) : pause;
                boolean has = kind == SeriesKind.TIMES || someAreLate || random.nextInt(6) > 0;
                Object value = has ? values.any() : null;
                long late = someAreLate && random.nextInt(20) == 0 ? random.nextInt(events * 3) : 0;
                insert(Math.max(0, time - late), value);
                series.expire(time);
                if (late == 0 && random.nextInt(3) > 0) {
                    compareAll(time);
                }
                store();
                if (random.nextInt(4) == 0) {
                    compareBefore(time + 1 + random.nextInt(20));
                }
            }
            long end = series.lastExpiry();
            series.expire(end);
            assertThat(series.size()).as("seed %s", seed).isZero();
            assertThat(chunks.size()).as("seed %s", seed).isZero();
        }

        private void insert(long time, @Nullable Object value) {
            int place = history.size();
            while (place > 0 && history.get(place - 1).time() > time) {
                place--;
            }
            history.add(place, new Event(time, value));
            series.expireChunks(time);
            feed(time, value);
        }

        private void plan() {
            List<WindowPlan> windows = new ArrayList<>();
            Retention retention = Retention.NOTHING;
            for (Case each : cases) {
                windows.add(new WindowPlan(each.shape(), each.liveFrom(), Measure.of(each.function())));
                retention = retention.and(each.shape());
            }
            series.plan(new SeriesPlan(7, kind, false, retention, windows));
        }

        private void feed(long time, @Nullable Object value) {
            if (kind == SeriesKind.TIMES) {
                series.add(time);
                series.sortLast();
            } else if (value == null) {
                series.skip(1);
            } else {
                RandomValues.set(series, series.add(time), value);
                series.sortLast();
            }
        }

        private void compareAll(long time) {
            boolean passed = random.nextInt(3) > 0;
            for (int i = 0; i < cases.size(); i++) {
                Case asked = cases.get(i);
                boolean known = passed
                        && (history.get(history.size() - 1).value() != null
                                || series.retention().events() > 0);
                WindowCursor cursor = series.windows().get(i).moveTo(time, known);
                int leftOut = passed && !asked.shape().includesCurrent() ? 1 : 0;
                compare(asked, cursor, last(asked, time, history.subList(0, history.size() - leftOut)), time);
            }
        }

        private List<Event> last(Case asked, long time, List<Event> events) {
            boolean ofTime = asked.shape().reach() == Reach.TIME;
            int skipped =
                    ofTime ? 0 : Math.max(0, events.size() - (int) asked.shape().length());
            long reach = ofTime ? asked.shape().length() : Retention.LONGEST;
            return events.stream()
                    .skip(skipped)
                    .filter(event -> event.time() > time - reach && event.time() >= asked.liveFrom())
                    .toList();
        }

        /** As a rule asks that runs at times: some time after its last event. */
        private void compareBefore(long boundary) {
            for (int i = 0; i < cases.size(); i++) {
                Case asked = cases.get(i);
                WindowCursor cursor =
                        series.windows().get(i).moveBetween(asked.shape().from(boundary - 1), boundary);
                compare(asked, cursor, last(asked, boundary - 1, history), boundary);
            }
        }

        private void compare(Case asked, WindowCursor cursor, List<Event> events, long time) {
            List<@Nullable Object> values = new ArrayList<>();
            events.forEach(event -> values.add(event.value()));
            Reading reading =
                    new Reading(asked.function(), Rank.of(asked.rank()), Rep.of(this.values.type(asked.function())), 0);
            String context = "seed " + seed + " at " + time + ": " + asked + " of " + values;
            if (NaiveAggregate.overflows(asked.function(), values)) {
                assertThatThrownBy(() -> reading.read(cursor, frame, 0))
                        .as(context)
                        .isInstanceOf(RuleFailure.class);
                return;
            }
            reading.read(cursor, frame, 0);
            Object actual = frame.boxed(0, this.values.type(asked.function()));
            assertThat(actual == null ? null : NaiveAggregate.plain(actual))
                    .as(context)
                    .isEqualTo(NaiveAggregate.value(asked.function(), asked.rank(), values, this.values.zero()));
        }

        /** Now and then as a checkpoint and a restore would, or under a plan that drops a window. */
        private void store() throws IOException {
            switch (random.nextInt(12)) {
                case 0 -> series = series.copy();
                case 1, 2 -> series = throughBytes(series);
                case 3 -> {
                    if (cases.size() > 1 && random.nextInt(4) == 0) {
                        cases.remove(random.nextInt(cases.size()));
                    }
                }
                default -> {
                    return;
                }
            }
            plan();
        }

        private Series throughBytes(Series stored) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            SeriesCodec.write(stored, new DataOutputStream(bytes));
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            Series read = (Series) SeriesCodec.read(in);
            read.chunks(chunks);
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            SeriesCodec.write(read, new DataOutputStream(again));
            assertThat(in.read()).as("seed %s", seed).isEqualTo(-1);
            assertThat(again.toByteArray()).as("seed %s", seed).isEqualTo(bytes.toByteArray());
            return read;
        }
    }
}
