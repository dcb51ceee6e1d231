package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderedBufferTest {

    private final OrderedBuffer<Long> buffer = new OrderedBuffer<>(Long::longValue, Comparator.naturalOrder());
    private final List<Long> taken = new ArrayList<>();

    @Test
    void drain_upToATime_handsOverWhatIsDueInOrder() throws Exception {
        add(300, -5, 100, 200, 101);

        buffer.drain(200, taken::add);

        assertThat(taken).containsExactly(-5L, 100L, 101L, 200L);
        assertThat(buffer.size()).isEqualTo(1);
        assertThat(buffer.earliest()).isEqualTo(300);
        assertThat(buffer.latest()).isEqualTo(300);
    }

    @Test
    void drain_refused_keepsThatElementAndAllAfterIt() throws Exception {
        add(1, 2, 3, 1000);

        buffer.drain(5000, element -> element != 2 && taken.add(element));
        assertThat(taken).containsExactly(1L);
        assertThat(buffer.earliest()).isEqualTo(2);

        buffer.drain(5000, taken::add);
        assertThat(taken).containsExactly(1L, 2L, 3L, 1000L);
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void drain_interleavedWithAdding_equalsSorting() throws Exception {
        long seed = 20260101;
        Random random = new Random(seed);
        List<Long> all = new ArrayList<>();
        long watermark = 0;

        for (int round = 0; round < 300; round++) {
            for (int i = random.nextInt(20); i > 0; i--) {
                long time = watermark + 1 + random.nextInt(500);
                all.add(time);
                buffer.add(time);
            }
            watermark += random.nextInt(120);
            buffer.drain(watermark, taken::add);
        }
        buffer.drain(Long.MAX_VALUE, taken::add);

        assertThat(taken).as("seed %d", seed).isEqualTo(all.stream().sorted().toList());
    }

    @Test
    void earliestAndLatest_ofNothing_areBeyondAllTimes() {
        assertThat(buffer.earliest()).isEqualTo(Long.MAX_VALUE);
        assertThat(buffer.latest()).isEqualTo(Long.MIN_VALUE);
    }

    private void add(long... times) {
        for (long time : times) {
            buffer.add(time);
        }
    }
}
