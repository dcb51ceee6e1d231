package io.weir.engine.evaluate;

import io.weir.dsl.contract.StatusReport.Compared;

/** What a candidate does and the live revision beside it: at which events and moments only one of them fires, or both. */
final class Comparison {

    private final int revision;
    private long liveTurn;
    private long candidateTurn;
    private long both;
    private long onlyCandidate;
    private long onlyLive;

    /** @param revision the live one */
    Comparison(int revision) {
        this.revision = revision;
    }

    /**
     * One of the two fires. Several times in one turn count once.
     *
     * @param turn numbers the event or moment, from 1
     */
    void fired(boolean live, long turn) {
        if (turn == (live ? liveTurn : candidateTurn)) {
            return;
        }
        boolean otherToo = turn == (live ? candidateTurn : liveTurn);
        if (live) {
            liveTurn = turn;
            onlyLive += otherToo ? 0 : 1;
            onlyCandidate -= otherToo ? 1 : 0;
        } else {
            candidateTurn = turn;
            onlyCandidate += otherToo ? 0 : 1;
            onlyLive -= otherToo ? 1 : 0;
        }
        both += otherToo ? 1 : 0;
    }

    Compared status() {
        return new Compared(revision, both, onlyCandidate, onlyLive);
    }
}
