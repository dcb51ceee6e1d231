package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.evaluate.WindowShape.Reach;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** What an event costs a key whose state is stored and read back after each: the value's bytes, and chunks read and written. */
class SeriesCostTest {

    private static final int EVENTS = 20_000;
    private static final List<WindowShape> SHAPES = List.of(
            new WindowShape(Reach.TIME, EVENTS, true),
            new WindowShape(Reach.TIME, EVENTS / 3, false),
            new WindowShape(Reach.TIME, 10, true),
            new WindowShape(Reach.EVENTS, 1_000, true));

    @Test
    void eventOfALongWindow_costsWhatOneOfAShortWindowDoes() throws IOException {
        Key key = new Key(EnumSet.of(Measure.SUM, Measure.SUM_OF_SQUARES), value -> value * 31 % 1_000);
        key.send(2_000);
        int bytesOfFew = key.mostBytes();

        key.send(EVENTS * 2);

        assertThat(key.series.size()).isBetween(EVENTS, EVENTS + 1);
        assertThat(key.mostBytes()).isLessThan(bytesOfFew + 200).isLessThan(2_500);
        assertThat(key.chunks.gets * 5).isLessThan(key.sent);
        assertThat(key.chunks.puts).isLessThan(key.sent / 100);
    }

    @Test
    void highestThatOnlyFalls_costsSomeBytesAChunk() throws IOException {
        Key key = new Key(EnumSet.of(Measure.HIGHEST, Measure.LOWEST), value -> 1_000_000 - value);

        key.send(EVENTS * 2);

        assertThat(key.series.size()).isBetween(EVENTS, EVENTS + 1);
        assertThat(key.mostBytes()).isLessThan(8_000);
        assertThat(key.chunks.gets * 5).isLessThan(key.sent);
    }

    @Test
    void eventAfterALongPause_readsNoChunk() throws IOException {
        Key key = new Key(EnumSet.of(Measure.SUM), value -> value);
        key.send(EVENTS);
        int before = key.chunks.gets;

        key.time += Retention.LONGEST;
        key.send(1);

        assertThat(key.series.size()).isOne();
        assertThat(key.chunks.gets).isEqualTo(before);
        assertThat(key.chunks.kept.size()).isZero();
    }

    @Test
    void lateEvents_readFewChunksWhereWindowsSumUp() throws IOException {
        Key key = new Key(EnumSet.of(Measure.SUM), value -> value);
        key.send(EVENTS);
        int before = key.chunks.gets;

        for (int i = 0; i < 200; i++) {
            key.time -= 50;
            key.send(1);
            key.time += 50;
            key.send(1);
        }

        assertThat(key.chunks.gets - before).isLessThan(1_000);
    }

    /** A series with its windows, as it is kept for a key. */
    private static final class Key {
        private final CountingChunks chunks = new CountingChunks();
        private final SeriesPlan plan;
        private final LongUnaryOperator values;
        private Series series;
        private long time;
        private int sent;
        private int mostBytes;

        Key(EnumSet<Measure> measures, LongUnaryOperator values) {
            Retention retention = Retention.NOTHING;
            for (WindowShape shape : SHAPES) {
                retention = retention.and(shape);
            }
            List<WindowPlan> windows = SHAPES.stream()
                    .map(shape -> new WindowPlan(shape, Long.MIN_VALUE, measures))
                    .toList();
            plan = new SeriesPlan(1, SeriesKind.LONGS, false, retention, windows);
            this.values = values;
            series = new Series(1, SeriesKind.LONGS);
        }

        int mostBytes() {
            int most = mostBytes;
            mostBytes = 0;
            return most;
        }

        void send(int events) throws IOException {
            for (int i = 0; i < events; i++) {
                series.chunks(chunks);
                series.plan(plan);
                time++;
                series.expireChunks(time);
                series.setValue(series.add(time), values.applyAsLong(sent++));
                series.sortLast();
                series.expire(time);
                for (int window = 0; window < SHAPES.size(); window++) {
                    series.windows().get(window).moveTo(time, true);
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                SeriesCodec.write(series, new DataOutputStream(bytes));
                mostBytes = Math.max(mostBytes, bytes.size());
                series = (Series) SeriesCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            }
        }
    }

    private static final class CountingChunks implements Chunks {
        private final ChunksInMemory kept = new ChunksInMemory();
        private int gets;
        private int puts;

        @Override
        public byte[] get(long series, long number) {
            gets++;
            return kept.get(series, number);
        }

        @Override
        public void put(long series, long number, byte[] chunk) {
            puts++;
            kept.put(series, number, chunk);
        }

        @Override
        public void remove(long series, long number) {
            kept.remove(series, number);
        }
    }
}
