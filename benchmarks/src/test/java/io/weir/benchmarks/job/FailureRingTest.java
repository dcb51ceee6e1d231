package io.weir.benchmarks.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class FailureRingTest {

    @Test
    void ring_afterRandomAddsExpiriesAndRoundTrips_holdsWhatAQueueHolds() throws IOException {
        Random random = new Random(7);
        ArrayDeque<Long> expected = new ArrayDeque<>();
        FailureRing ring = new FailureRing();
        long time = 1_000;
        for (int i = 0; i < 5_000; i++) {
            time += random.nextInt(20);
            long expired = time - random.nextInt(2_000);
            ring.add(time);
            expected.add(time);
            ring.expire(expired);
            expected.removeIf(one -> one <= expired);
            ring = random.nextBoolean() ? ring : trip(ring);

            assertThat(times(ring)).containsExactlyElementsOf(expected);
        }
    }

    private static FailureRing trip(FailureRing ring) throws IOException {
        FailureRingSerializer serializer = new FailureRingSerializer();
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(ring, out);
        return serializer.copy(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())));
    }

    private static List<Long> times(FailureRing ring) {
        return IntStream.range(0, ring.size()).mapToObj(ring::get).toList();
    }
}
