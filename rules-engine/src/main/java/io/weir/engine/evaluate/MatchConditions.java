package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/** What a search asks of a rule while it runs. None of it fails: what cannot be computed does not fit, and is counted. */
interface MatchConditions {

    /** Whether the row in view may come next in the attempt in view, as an event of that step. */
    boolean fits(int step, MatchView view);

    /** The first of the rule's tiers that is true of the whole match in view; -1 where none is. */
    int tier(MatchView view);

    /** The match in view, whose last event is at hand, is told later: keeps what else may be told of it. */
    void hold(MatchView view);

    /** What an aggregate of the plan counts of a row; null for nothing. One that only counts answers anything. */
    @Nullable
    Object counted(int total, byte[] row);

    /** What had to be forgotten, in words. */
    void failed(String reason);
}
