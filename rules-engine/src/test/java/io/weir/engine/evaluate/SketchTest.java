package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Sketches;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sketches beside exact counts of the same values. */
class SketchTest {

    private static final int PANES = 32;

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 400})
    void few_differentValues_areCountedExactly(int values) {
        assertThat(different(values, 4 * values, 20260101)).isEqualTo(values);
    }

    /** A standard error of 1.6 %: one in a million is further off than five. */
    @ParameterizedTest
    @ValueSource(ints = {401, 1_000, 5_000, 40_000, 300_000})
    void many_differentValues_areCountedWithinFiveStandardErrors(int values) {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat((double) different(values, 3 * values, seed))
                    .as("seed %d", seed)
                    .isCloseTo(values, within(5 * 0.0163 * values));
        }
    }

    /** The root of the mean square of 200 errors; that of 1.6 % would come out above 2 % once in a million times. */
    @Test
    void errors_ofManyCounts_haveTheStatedStandardError() {
        double squares = 0;
        for (long seed = 1; seed <= 200; seed++) {
            double error = different(10_000, 10_000, seed) / 10_000.0 - 1;
            squares += error * error;
        }

        assertThat(Math.sqrt(squares / 200)).isBetween(0.012, 0.02);
    }

    private static long different(int values, int events, long seed) {
        Random random = new Random(seed);
        long salt = random.nextLong();
        List<Sketch> sketches = empty(Sketch.Kind.DIFFERENT);
        for (int i = 0; i < events; i++) {
            int value = i < values ? i : random.nextInt(values);
            sketches.get(random.nextInt(PANES)).add(StableHash.wide(salt + value), 0);
        }
        return read(sketches, AggregateFunction.DISTINCT, 50);
    }

    enum Shape {
        EVEN(i -> 0, 0),
        RISING(i -> i, 1),
        SKEWED(i -> 0, 2),
        FEW_VALUES(i -> i % 50, 1),
        TWO_SCALES(i -> i % 10 == 0 ? 1e6 + i : i % 1000, 1);

        private final IntToDoubleFunction value;
        private final int kind;

        Shape(IntToDoubleFunction value, int kind) {
            this.value = value;
            this.kind = kind;
        }

        private double at(int i, Random random) {
            return switch (kind) {
                case 0 -> Math.rint(random.nextDouble() * 1e9);
                case 1 -> value.applyAsDouble(i);
                default -> Math.rint(1000 * Math.exp(3 * random.nextGaussian()));
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void percentile_ofManyValues_hasAPlaceThatIsOffByOnePercentAtMost(Shape shape) {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            List<Sketch> sketches = empty(Sketch.Kind.RANKS);
            double[] values = new double[50_000];
            for (int i = 0; i < values.length; i++) {
                values[i] = shape.at(i, random);
                sketches.get(i * PANES / values.length).add(Double.doubleToLongBits(values[i]), 0);
            }
            Arrays.sort(values);
            for (int percent = 1; percent < 100; percent++) {
                long wanted = Rank.of(BigDecimal.valueOf(percent)).of(values.length);
                double found = read(sketches, AggregateFunction.PERCENTILE, percent);
                double off = distance(values, found, wanted) / (double) values.length;
                assertThat(off)
                        .as("%s, seed %d, percentile %d", shape, seed, percent)
                        .isLessThanOrEqualTo(0.01);
                if (percent == 1 || percent == 99) {
                    assertThat(off).isLessThanOrEqualTo(0.003);
                }
            }
        }
    }

    /** From a place to the nearest of those that a value has, or would have. */
    private static long distance(double[] sorted, double value, long place) {
        long below = Arrays.stream(sorted).filter(each -> each < value).count();
        long upTo = Arrays.stream(sorted).filter(each -> each <= value).count();
        return Math.max(0, Math.max(below - place, place - upTo - 1));
    }

    @Test
    void few_valuesInOrder_areFoundExactly() {
        Random random = new Random(7);
        for (int count = 1; count <= 100; count++) {
            List<Sketch> sketches = empty(Sketch.Kind.RANKS);
            double[] values = random.ints(count, -1_000, 1_000).asDoubleStream().toArray();
            for (double value : values) {
                sketches.get(random.nextInt(PANES)).add(Double.doubleToLongBits(value), 0);
            }
            Arrays.sort(values);
            for (int percent : new int[] {1, 50, 90, 100}) {
                int place = (int) Rank.of(BigDecimal.valueOf(percent)).of(count);
                assertThat(read(sketches, AggregateFunction.PERCENTILE, percent))
                        .as("percentile %d of %d", percent, count)
                        .isEqualTo((long) values[place - 1]);
            }
        }
    }

    /** Whether the union grew with the values or was made at the end. */
    @ParameterizedTest
    @EnumSource(Sketch.Kind.class)
    void union_thatGrew_readsAsOneMadeAtOnce(Sketch.Kind kind) {
        Random random = new Random(11);
        List<Sketch> sketches = new ArrayList<>();
        SketchUnion grown = kind.union();
        boolean united = false;
        for (int i = 0; i < 4_000; i++) {
            if (i % 700 == 0) {
                sketches.add(kind.empty());
                united = false;
            }
            long value = kind == Sketch.Kind.RANKS
                    ? Double.doubleToLongBits(random.nextInt(500))
                    : StableHash.wide(random.nextInt(3_000));
            Sketch last = sketches.get(sketches.size() - 1);
            last.add(value, 0);
            united = united && grown.grow(value, 0);
            if (!united) {
                grown.unite(sketches);
                united = true;
            }
            if (i % 17 == 0) {
                AggregateFunction function =
                        kind == Sketch.Kind.RANKS ? AggregateFunction.PERCENTILE : AggregateFunction.DISTINCT;
                List<Sketch> stored = new ArrayList<>();
                sketches.forEach(each -> stored.add(throughBytes(kind, each)));
                assertThat(read(grown, function, 90)).as("after %d", i).isEqualTo(read(stored, function, 90));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Sketch.Kind.class)
    void sketch_thatWasStoredOften_hasTheBytesOfOneThatWasNot(Sketch.Kind kind) {
        Random random = new Random(13);
        Sketch never = kind.empty();
        Sketch often = kind.empty();
        for (int i = 0; i < 3_000; i++) {
            long value = kind == Sketch.Kind.RANKS ? Double.doubleToLongBits(random.nextGaussian()) : random.nextLong();
            never.add(value, 0);
            often.add(value, 0);
            if (random.nextInt(20) == 0) {
                often = throughBytes(kind, often);
                assertThat(bytes(kind, often)).as("after %d", i).isEqualTo(bytes(kind, never));
            }
        }
    }

    /** As docs/rule-language.md says of the least memory, by {@code weir check --explain}. */
    @ParameterizedTest
    @EnumSource(Sketch.Kind.class)
    void sketch_ofAnyNumberOfValues_takesNoMoreThanIsStated(Sketch.Kind kind) {
        Random random = new Random(17);
        Sketch sketch = kind.empty();
        int most = 0;
        for (int i = 0; i < 200_000; i++) {
            sketch.add(
                    kind == Sketch.Kind.RANKS ? Double.doubleToLongBits(random.nextGaussian()) : random.nextLong(), 0);
            if (i < 3_000 || i % 127 == 0) {
                most = Math.max(most, bytes(kind, sketch).length);
            }
        }

        assertThat(most)
                .isLessThanOrEqualTo(kind == Sketch.Kind.RANKS ? Sketches.RANK_BYTES : Sketches.DIFFERENT_BYTES)
                .isGreaterThan(1_000);
    }

    private static List<Sketch> empty(Sketch.Kind kind) {
        return IntStream.range(0, PANES).mapToObj(i -> kind.empty()).toList();
    }

    private static long read(List<Sketch> sketches, AggregateFunction function, int percent) {
        List<Sketch> filled = sketches.stream()
                .filter(each -> !(each instanceof RankSketch ranks)
                        || ranks.size() + ranks.older().size() > 0)
                .toList();
        SketchUnion union =
                (function == AggregateFunction.DISTINCT ? Sketch.Kind.DIFFERENT : Sketch.Kind.RANKS).union();
        union.unite(filled);
        return read(union, function, percent);
    }

    private static long read(SketchUnion union, AggregateFunction function, int percent) {
        Frame frame = new Frame(1);
        union.read(new Reading(function, Rank.of(BigDecimal.valueOf(percent)), Rep.LONG, 0), frame, 0);
        return frame.bits[0];
    }

    private static byte[] bytes(Sketch.Kind kind, Sketch sketch) {
        try {
            SketchPanes panes = new SketchPanes(new SketchPlan(1, kind, 1_000, 100, 0, true, 0));
            panes.restore(new SketchPanes.Pane(0, sketch));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PartCodec.write(panes, new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sketch throughBytes(Sketch.Kind kind, Sketch sketch) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(kind, sketch)));
            return ((SketchPanes) PartCodec.read(in)).panes().get(0).sketch();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
