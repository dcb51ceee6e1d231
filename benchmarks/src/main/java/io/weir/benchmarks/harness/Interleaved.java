package io.weir.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;

/** Measures contenders in turn: in each round each of them once, in the given order, and in the next in the opposite one. */
public final class Interleaved {

    private static final long CALIBRATION_NANOS = 100_000_000;

    private final List<Contender> contenders;
    private final Rounds rounds;
    private final long[] repetitions;

    /** Takes every result: work whose result reaches a volatile field cannot be optimised away. */
    @SuppressWarnings("unused")
    private volatile long consumed;

    private Interleaved(List<Contender> contenders, Rounds rounds) {
        this.contenders = contenders;
        this.rounds = rounds;
        this.repetitions = new long[contenders.size()];
    }

    /** One series a contender, in their order. */
    public static List<Series> measure(List<Contender> contenders, Rounds rounds) throws Exception {
        return new Interleaved(contenders, rounds).measure();
    }

    private List<Series> measure() throws Exception {
        for (int i = 0; i < repetitions.length; i++) {
            repetitions[i] = rounds.repetitions() > 0
                    ? rounds.repetitions()
                    : calibrated(contenders.get(i).workload());
        }
        for (int warmUp = 0; warmUp < rounds.warmUps(); warmUp++) {
            round(warmUp);
        }
        double[][] nanos = new double[rounds.count()][];
        for (int round = 0; round < nanos.length; round++) {
            nanos[round] = round(round);
        }
        return series(nanos);
    }

    /** Doubles until the time can be read, which also brings the code to its compiled form before it is timed. */
    private long calibrated(Workload workload) throws Exception {
        long count = 1_000;
        long nanos = cost(workload, count);
        while (nanos < CALIBRATION_NANOS) {
            count *= 2;
            nanos = cost(workload, count);
        }
        count = Math.max(1, (long) ((double) count * rounds.length().toNanos() / nanos));
        nanos = Math.max(1, cost(workload, count));
        return Math.max(1, (long) ((double) count * rounds.length().toNanos() / nanos));
    }

    private double[] round(int number) throws Exception {
        double[] nanos = new double[contenders.size()];
        for (int turn = 0; turn < nanos.length; turn++) {
            int i = number % 2 == 0 ? turn : nanos.length - 1 - turn;
            nanos[i] = (double) cost(contenders.get(i).workload(), repetitions[i]) / repetitions[i];
        }
        return nanos;
    }

    private long cost(Workload workload, long count) throws Exception {
        System.gc();
        long before = CpuTime.nanos();
        consumed = workload.run(count);
        return CpuTime.nanos() - before;
    }

    private List<Series> series(double[][] nanos) {
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            double[] own = new double[nanos.length];
            for (int round = 0; round < own.length; round++) {
                own[round] = nanos[round][i];
            }
            all.add(new Series(contenders.get(i).name(), own));
        }
        return all;
    }
}
