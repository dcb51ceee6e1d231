package io.weir.engine.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongBinaryOperator;
import java.util.function.ToLongFunction;

/**
 * What waits for its time, handed over in order. Elements are kept unsorted in slices of time and each slice is sorted when its time
 * has come: adding costs the same however much waits.
 */
final class OrderedBuffer<T> {

    private static final int SLICE_BITS = 6;

    /** Takes elements one by one. */
    interface Visitor<T> {

        /** False: it cannot be taken yet. */
        boolean accepts(T element) throws Exception;
    }

    private final ToLongFunction<T> time;
    private final Comparator<? super T> order;
    private final TreeMap<Long, List<T>> slices = new TreeMap<>();
    private long openSlice;
    private List<T> open = new ArrayList<>();
    private int size;

    /** @param order by time first */
    OrderedBuffer(ToLongFunction<T> time, Comparator<? super T> order) {
        this.time = time;
        this.order = order;
    }

    void add(T element) {
        long slice = time.applyAsLong(element) >> SLICE_BITS;
        if (slice != openSlice || slices.isEmpty()) {
            open = slices.computeIfAbsent(slice, any -> new ArrayList<>());
            openSlice = slice;
        }
        open.add(element);
        size++;
    }

    /** Hands over everything up to and including that time, in order, until one is refused: it and all after it stay. */
    void drain(long upTo, Visitor<? super T> accept) throws Exception {
        while (!slices.isEmpty() && slices.firstKey() <= upTo >> SLICE_BITS) {
            Map.Entry<Long, List<T>> first = slices.firstEntry();
            List<T> slice = first.getValue();
            slice.sort(order);
            int taken = take(slice, upTo, accept);
            size -= taken;
            if (taken < slice.size()) {
                slice.subList(0, taken).clear();
                return;
            }
            slices.remove(first.getKey());
            openSlice = Long.MIN_VALUE;
        }
    }

    private int take(List<T> slice, long upTo, Visitor<? super T> accept) throws Exception {
        int taken = 0;
        for (T element : slice) {
            if (time.applyAsLong(element) > upTo || !accept.accepts(element)) {
                return taken;
            }
            taken++;
        }
        return taken;
    }

    /** In slices of time, not ordered within one. */
    void forEach(Consumer<? super T> visit) {
        slices.values().forEach(slice -> slice.forEach(visit));
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The least time that waits, {@code Long.MAX_VALUE} for none. */
    long earliest() {
        return slices.isEmpty() ? Long.MAX_VALUE : extreme(slices.firstEntry().getValue(), Math::min);
    }

    /** The highest time that waits, {@code Long.MIN_VALUE} for none. */
    long latest() {
        return slices.isEmpty() ? Long.MIN_VALUE : extreme(slices.lastEntry().getValue(), Math::max);
    }

    private long extreme(List<T> slice, LongBinaryOperator choose) {
        return slice.stream().mapToLong(time).reduce(choose).orElseThrow();
    }
}
