package io.weir.samples.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.samples.notifier.Offsets.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetsTest {

    private final Offsets offsets = new Offsets();

    @Test
    void committable_isNeverBeyondWhatIsNotSettled() {
        long seed = 20260301;
        Random random = new Random(seed);
        List<Origin> open = new ArrayList<>();
        long[] next = {5, 0};
        offsets.start(0, 5);
        offsets.start(1, 0);
        for (int i = 0; i < 5_000; i++) {
            if (open.isEmpty() || random.nextInt(100) < 50) {
                int partition = random.nextInt(2);
                // Kafka leaves gaps where transactions ended.
                Origin origin = new Origin(partition, next[partition] + random.nextInt(3));
                next[partition] = origin.offset() + 1;
                offsets.read(origin);
                open.add(origin);
            } else {
                offsets.settled(open.remove(random.nextInt(open.size())));
            }

            assertThat(offsets.committable())
                    .as("seed %s, step %s", seed, i)
                    .isEqualTo(Map.of(0, naive(open, 0, next[0]), 1, naive(open, 1, next[1])));
        }
    }

    private static long naive(List<Origin> open, int partition, long next) {
        return open.stream()
                .filter(origin -> origin.partition() == partition)
                .mapToLong(Origin::offset)
                .min()
                .orElse(next);
    }

    @Test
    void origin_settledTwice_isNoMistake() {
        offsets.read(new Origin(0, 3));
        offsets.settled(new Origin(0, 3));
        offsets.settled(new Origin(0, 3));

        assertThat(offsets.committable()).containsExactly(Map.entry(0, 4L));
    }
}
