package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RanksTest {

    @Test
    void places_inWindowsOfThousands_areThoseOfTheSortedValues() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Series series = new Series(1, SeriesKind.LONGS);
            Ranks ranks = new Ranks(series);
            long from = 0;
            long length = 0;
            for (int i = 0; i < 6_000; i++) {
                length = i % 1_000 == 0 ? random.nextInt(3_000) : length;
                long trend = seed % 2 == 0 ? i : 0;
                long index = series.add(i);
                series.setValue(index, trend + random.nextInt(1 + (int) (seed * 200)));
                ranks.enter(index);
                while (series.end() - from > length + 1) {
                    ranks.leave(from++);
                }
                if (i % 200 == 0) {
                    check(series, ranks, from, seed);
                }
            }
        }
    }

    private static void check(Series series, Ranks ranks, long from, long seed) {
        List<Long> sorted = LongStream.range(from, series.end())
                .boxed()
                .sorted(Comparator.<Long>comparingLong(
                                index -> series.values(index).bits(index))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int place = 1; place <= sorted.size(); place++) {
            assertThat(ranks.at(place)).as("seed %s, place %s", seed, place).isEqualTo(sorted.get(place - 1));
        }
    }
}
