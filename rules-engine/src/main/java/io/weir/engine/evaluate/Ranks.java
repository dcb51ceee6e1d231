package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The events of a window in the order of their values, in sorted runs of at most 512. With n events, one enters, leaves or is found
 * by its place in about log n comparisons, n / 256 steps over the runs, and a move of up to 4 kB.
 */
final class Ranks implements WindowPart {

    private static final int LONGEST_RUN = 512;
    private static final int SMALLEST = 8;

    private final Series series;
    private final List<Run> runs = new ArrayList<>();

    private static final class Run {
        private long[] indexes;
        private int size;

        Run(int capacity) {
            indexes = new long[capacity];
        }

        void insert(int at, long index) {
            if (size == indexes.length) {
                indexes = Arrays.copyOf(indexes, size * 2);
            }
            System.arraycopy(indexes, at, indexes, at + 1, size - at);
            indexes[at] = index;
            size++;
        }

        void remove(int at) {
            size--;
            System.arraycopy(indexes, at + 1, indexes, at, size - at);
        }

        Run splitOff() {
            Run upper = new Run(LONGEST_RUN);
            upper.size = size / 2;
            size -= upper.size;
            System.arraycopy(indexes, size, upper.indexes, 0, upper.size);
            return upper;
        }

        void append(Run upper) {
            indexes = Arrays.copyOf(indexes, LONGEST_RUN);
            System.arraycopy(upper.indexes, 0, indexes, size, upper.size);
            size += upper.size;
        }
    }

    Ranks(Series series) {
        this.series = series;
    }

    @Override
    public void enter(long index) {
        if (runs.isEmpty()) {
            runs.add(new Run(SMALLEST));
        }
        int number = run(index);
        Run run = runs.get(number);
        if (run.size == LONGEST_RUN) {
            Run upper = run.splitOff();
            runs.add(number + 1, upper);
            run = compare(upper.indexes[0], index) < 0 ? upper : run;
        }
        run.insert(place(run, index), index);
    }

    @Override
    public void leave(long index) {
        int number = run(index);
        Run run = runs.get(number);
        run.remove(place(run, index));
        if (run.size == 0) {
            runs.remove(number);
        } else if (number > 0) {
            joinIfSmall(number - 1);
        }
    }

    /** Runs that have become short would make a long list. */
    private void joinIfSmall(int number) {
        Run lower = runs.get(number);
        Run upper = runs.get(number + 1);
        if (lower.size + upper.size <= LONGEST_RUN / 2) {
            lower.append(upper);
            runs.remove(number + 1);
        }
    }

    @Override
    public void restart(long index) {
        runs.clear();
    }

    /** The index of the event at that place in the order, the first being 1. */
    long at(long place) {
        long before = 0;
        for (Run run : runs) {
            if (before + run.size >= place) {
                return run.indexes[(int) (place - before - 1)];
            }
            before += run.size;
        }
        throw new IllegalStateException("No value at place " + place + " (DEVELOPER)");
    }

    /** The last run that begins at or before an event, or the first. */
    private int run(long index) {
        int low = 0;
        int high = runs.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (compare(runs.get(middle).indexes[0], index) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where an event is in a run, or belongs. */
    private int place(Run run, long index) {
        int low = 0;
        int high = run.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(run.indexes[middle], index) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Equal values stand as they came, so that each has a place of its own. */
    private int compare(long a, long b) {
        int byValue = series.values(a).compare(a, series.values(b), b);
        return byValue == 0 ? Long.compare(a, b) : byValue;
    }
}
