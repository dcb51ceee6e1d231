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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Aggregates of panes against {@link NaiveAggregate} over all events, stored and read back between any two. */
class PanedSeriesTest {

    private static final long STEP = 50;
    private static final long ORIGIN = 30;

    private record Event(long time, Object value) {}

    @Test
    void windowsOfWholePanes_areWhatTheWholeHistorySays() throws IOException {
        for (long seed = 0; seed < 2_000; seed++) {
            new Comparison(seed).run();
        }
    }

    @Test
    void manyEvents_takeAnEntryAPane() {
        for (AggregateFunction function : EnumSet.of(AggregateFunction.STDDEV, AggregateFunction.HIGHEST)) {
            PanedSeries panes =
                    (PanedSeries) plan(function, SeriesKind.DOUBLES, List.of(shape(4 * STEP)), Long.MIN_VALUE)
                            .create();
            CountedEvent event = new CountedEvent(SeriesKind.DOUBLES);
            for (int i = 0; i < 5_000; i++) {
                Series series = event.begin(i);
                series.setValue(series.first(), Double.doubleToLongBits(i / 7.0));
                panes.take(event, event.time());
            }

            assertThat(panes.size()).isLessThanOrEqualTo(5 * panes.columns().length);
        }
    }

    private static WindowShape shape(long length) {
        return new WindowShape(Reach.TIME, length, true);
    }

    private static PanesPlan plan(
            AggregateFunction function, SeriesKind kind, List<WindowShape> shapes, long liveFrom) {
        Retention retention = Retention.NOTHING;
        List<WindowPlan> windows = new ArrayList<>();
        for (WindowShape shape : shapes) {
            retention = retention.and(shape);
            windows.add(new WindowPlan(shape, windows.isEmpty() ? liveFrom : Long.MIN_VALUE, Measure.of(function)));
        }
        PaneFunction pane = PaneFunction.of(function);
        assertThat(pane).isNotNull();
        return new PanesPlan(7, pane, kind, STEP, ORIGIN, retention, windows);
    }

    private static final class Comparison {
        private final long seed;
        private final Random random;
        private final RandomValues values;
        private final AggregateFunction function;
        private final PanesPlan plan;
        private final boolean ordered;
        private final List<Event> history = new ArrayList<>();
        private final CountedEvent event;
        private final Frame frame = new Frame(1);
        private PanedSeries panes;

        Comparison(long seed) {
            this.seed = seed;
            random = new Random(seed);
            SeriesKind kind = SeriesKind.values()[random.nextInt(SeriesKind.values().length)];
            values = new RandomValues(random, kind, random.nextInt(3) == 0);
            List<AggregateFunction> possible = Arrays.stream(AggregateFunction.values())
                    .filter(each -> switch (kind) {
                        case TIMES -> each == AggregateFunction.COUNT;
                        case TEXTS -> each == AggregateFunction.FIRST || each == AggregateFunction.LAST;
                        default -> PaneFunction.of(each) != null && each != AggregateFunction.COUNT;
                    })
                    .toList();
            function = possible.get(random.nextInt(possible.size()));
            plan = plan(
                    function,
                    kind,
                    List.of(shape(STEP * 4), shape(STEP), shape(STEP * 20)),
                    random.nextBoolean() ? Long.MIN_VALUE : random.nextInt(600));
            ordered = random.nextInt(3) > 0;
            event = new CountedEvent(kind);
            panes = (PanedSeries) plan.create();
        }

        void run() throws IOException {
            long time = 0;
            long boundary = ORIGIN;
            for (int i = 0; i < 60; i++) {
                time += random.nextInt(30) == 0 ? random.nextInt(1500) : random.nextInt(25);
                for (; boundary <= time; boundary += STEP) {
                    compareAll(boundary);
                }
                // Not before the last boundary, whose windows have been read, unless it happens to be late.
                long at = ordered ? time : Math.max(0, time - random.nextInt(120));
                insert(new Event(at, values.any()));
                store();
            }
            compareAll(boundary);
            panes.expire(panes.lastExpiry());
            assertThat(panes.size()).as("seed %s", seed).isZero();
        }

        private void insert(Event next) {
            int place = history.size();
            while (place > 0 && history.get(place - 1).time() > next.time()) {
                place--;
            }
            history.add(place, next);
            Series series = event.begin(next.time());
            RandomValues.set(series, series.first(), next.value());
            panes.take(event, event.time());
        }

        private void compareAll(long boundary) {
            for (int i = 0; i < plan.windows().size(); i++) {
                WindowPlan window = plan.windows().get(i);
                long start = window.shape().from(boundary - 1);
                List<Object> in = history.stream()
                        .filter(each -> each.time() >= Math.max(start, window.liveFrom()) && each.time() < boundary)
                        .map(Event::value)
                        .toList();
                compare(i, start, boundary, in);
            }
        }

        private void compare(int window, long start, long boundary, List<Object> in) {
            Reading reading = new Reading(function, Rank.MEDIAN, Rep.of(values.type(function)), 0);
            String context = "seed " + seed + " at " + boundary + ": " + function + " " + window + " of " + in;
            if (NaiveAggregate.overflows(function, in)) {
                assertThatThrownBy(() -> panes.read(reading, window, start, boundary, frame, 0))
                        .as(context)
                        .isInstanceOf(RuleFailure.class);
                return;
            }
            panes.read(reading, window, start, boundary, frame, 0);
            Object actual = frame.boxed(0, values.type(function));
            assertThat(actual == null ? null : NaiveAggregate.plain(actual))
                    .as(context)
                    .isEqualTo(NaiveAggregate.value(function, BigDecimal.valueOf(50), in, values.zero()));
        }

        private void store() throws IOException {
            if (random.nextInt(3) == 0) {
                panes = random.nextBoolean() ? panes.copy() : throughBytes();
                assertThat(plan.adopt(panes)).isTrue();
            }
        }

        private PanedSeries throughBytes() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PartCodec.write(panes, new DataOutputStream(bytes));
            return (PanedSeries) PartCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        }
    }
}
