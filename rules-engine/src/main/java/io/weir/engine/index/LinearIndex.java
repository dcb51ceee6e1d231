package io.weir.engine.index;

import io.weir.engine.index.MatchIndex.Predicates;

/** Looks at every candidate. */
public final class LinearIndex implements MatchIndex {

    private final int[][] candidates;

    /** @param candidates for each the predicates that it asks for, in the order in which they are to be tried */
    public LinearIndex(int[][] candidates) {
        this.candidates = candidates;
    }

    @Override
    public void match(Predicates row, Matches matches) {
        for (int candidate = 0; candidate < candidates.length; candidate++) {
            match(row, candidate, matches);
        }
    }

    private void match(Predicates row, int candidate, Matches matches) {
        for (int predicate : candidates[candidate]) {
            byte value = row.test(predicate);
            if (value == Predicates.FAILED) {
                matches.failed(candidate, predicate);
                return;
            } else if (value != Predicates.TRUE) {
                return;
            }
        }
        matches.matched(candidate);
    }
}
