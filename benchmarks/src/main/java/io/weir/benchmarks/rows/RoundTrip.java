package io.weir.benchmarks.rows;

import io.weir.benchmarks.harness.Workload;
import java.io.IOException;
import java.util.function.Function;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** Writes records to memory and reads them back, as a shuffle does. */
final class RoundTrip<T> implements Workload {

    private final TypeSerializer<T> serializer;
    private final T[] records;
    private final DataOutputSerializer out = new DataOutputSerializer(1_024);
    private final DataInputDeserializer in = new DataInputDeserializer();

    /** Keeps each record until the next one, so that none can be left out. */
    @SuppressWarnings("unused")
    private @Nullable T last;

    RoundTrip(TypeSerializer<T> serializer, T[] records) {
        this.serializer = serializer;
        this.records = records;
    }

    /** Says what is lost on the way; nothing should be. */
    void check(String name, Function<T, Object> content) throws IOException {
        for (T before : records) {
            Object after = content.apply(trip(before));
            if (!after.equals(content.apply(before))) {
                throw new IllegalStateException(name + " made " + after + " of " + content.apply(before));
            }
        }
    }

    int length() throws IOException {
        trip(records[0]);
        return out.length();
    }

    @Override
    public long run(long repetitions) throws IOException {
        long sum = 0;
        for (long i = 0; i < repetitions; i++) {
            last = trip(records[(int) (i % records.length)]);
            sum += out.length();
        }
        return sum;
    }

    private T trip(T before) throws IOException {
        out.clear();
        serializer.serialize(before, out);
        in.setBuffer(out.getSharedBuffer(), 0, out.length());
        return serializer.deserialize(in);
    }
}
