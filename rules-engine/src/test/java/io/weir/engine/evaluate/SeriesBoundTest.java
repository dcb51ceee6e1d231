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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a key with more events than are kept. */
class SeriesBoundTest {

    private static final int MOST = Retention.MOST_EVENTS;
    private static final WindowShape LONG = new WindowShape(Reach.TIME, 10L * MOST, true);
    private static final WindowShape SHORT = new WindowShape(Reach.TIME, 1000, true);
    private static final WindowShape EVENTS = new WindowShape(Reach.EVENTS, 10_000, true);
    private static final Reading COUNT = new Reading(AggregateFunction.COUNT, Rank.MEDIAN, Rep.LONG, 0);

    @Test
    void series_beyondItsBound_failsWindowsThatReachBackAndNoOther() throws IOException {
        Series series = new Series(1, SeriesKind.TIMES);
        series.plan(plan(false));
        for (int time = 1; time <= MOST; time++) {
            series.add(time);
        }
        assertThat(count(series, 0, MOST)).isEqualTo(MOST);

        series.add(MOST + 1);
        series = (Series) throughBytes(series);

        Series full = series;
        assertThat(full.size()).isEqualTo(MOST);
        assertThatThrownBy(() -> count(full, 0, MOST + 1))
                .isInstanceOf(RuleFailure.class)
                .hasMessageContaining("than are kept: 1000000");
        assertThat(count(full, 1, MOST + 1)).isEqualTo(1000);
        assertThat(count(full, 2, MOST + 1)).isEqualTo(10_000);
        assertThatThrownBy(() -> count(full, 0, 10 * MOST)).isInstanceOf(RuleFailure.class);
        assertThat(count(full, 0, 10 * MOST + 1)).isEqualTo(MOST);
        assertThat(count(full, 0, 10 * MOST + 2)).isEqualTo(MOST - 1);
    }

    @Test
    void splitSeries_beyondItsBound_losesAllAndSaysSo() throws IOException {
        SplitSeries split = new SplitSeries(1, SeriesKind.TIMES);
        split.plan(plan(true));
        for (int time = 1; time <= MOST; time++) {
            feed(split, time);
        }
        assertThat(split.size()).isEqualTo(MOST);
        // The number of events is not counted for each, so it may take some more.
        int time = MOST + 1;
        for (; split.size() >= MOST; time++) {
            feed(split, time);
        }

        SplitSeries lost = (SplitSeries) throughBytes(split);
        long now = time;
        assertThat(time).isLessThan(MOST + 10);
        assertThatThrownBy(() -> count(read(lost, 5), 0, now)).isInstanceOf(RuleFailure.class);
        assertThatThrownBy(() -> count(read(lost, 5), 2, now)).isInstanceOf(RuleFailure.class);
        assertThat(count(read(lost, 5), 1, now + 1001)).isZero();
        assertThat(count(read(lost, 5), 2, now + Retention.LONGEST)).isZero();
    }

    @Test
    void splitSeries_ofTooManyValues_losesAllAndSaysSo() {
        SplitSeries split = new SplitSeries(1, SeriesKind.TIMES);
        split.plan(plan(true));
        int time = 0;
        int before = -1;
        while (split.parts() > before) {
            before = split.parts();
            byte[] value = {(byte) time, (byte) (time >> 8), (byte) (time >> 16)};
            split.toFeed(value, 3, time, time).add(time);
            time++;
        }

        assertThat(before).isBetween(Retention.MOST_VALUES, Retention.MOST_VALUES + 10);
        assertThat(split.parts()).isOne();
        int now = time;
        assertThatThrownBy(() -> count(read(split, 5), 0, now)).isInstanceOf(RuleFailure.class);
    }

    @Test
    void splitSeries_storedAndRestored_expiresAsItsNewestEventDoes() throws IOException {
        SplitSeries split = new SplitSeries(1, SeriesKind.TIMES);
        split.plan(new SeriesPlan(1, SeriesKind.TIMES, true, Retention.NOTHING.and(SHORT), List.of()));
        feed(split, 7);
        feed(split, 5);

        SplitSeries restored = (SplitSeries) SeriesCodec.read(in(bytes(split)));
        assertThat(split.lastExpiry()).isEqualTo(1007);
        assertThat(restored.lastExpiry()).isEqualTo(1007);
        restored.expire(1006);
        assertThat(restored.size()).isOne();
        restored.expire(1007);
        assertThat(restored.size()).isZero();
        assertThat(restored.parts()).isZero();
    }

    private static SeriesPlan plan(boolean split) {
        List<WindowPlan> windows = List.of(
                new WindowPlan(LONG, Long.MIN_VALUE, Set.of()),
                new WindowPlan(SHORT, Long.MIN_VALUE, Set.of()),
                new WindowPlan(EVENTS, Long.MIN_VALUE, Set.of()));
        return new SeriesPlan(
                1,
                SeriesKind.TIMES,
                split,
                Retention.NOTHING.and(LONG).and(SHORT).and(EVENTS),
                windows);
    }

    private static long count(Series series, int window, long time) {
        Frame frame = new Frame(1);
        COUNT.read(series.windows().get(window).moveTo(time, true), frame, 0);
        return frame.bits[0];
    }

    private static void feed(SplitSeries split, int time) {
        byte[] value = {(byte) (time % 100)};
        split.toFeed(value, 1, time, time).add(time);
    }

    private static Series read(SplitSeries split, int value) {
        Series part = split.toRead(new byte[] {(byte) value, 0}, 1);
        assertThat(part).isNotNull();
        return part;
    }

    private static KeySeries throughBytes(KeySeries series) throws IOException {
        KeySeries read = SeriesCodec.read(in(bytes(series)));
        read.plan(plan(series instanceof SplitSeries));
        return read;
    }

    private static byte[] bytes(KeySeries series) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SeriesCodec.write(series, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
