package io.weir.engine.evaluate;

/** Where matches go. */
@FunctionalInterface
interface MatchSink {

    /**
     * A match; the view is of it as long as the call lasts.
     *
     * @param tier that was true of it
     * @param time of its last event, or when the time of a final {@code no} was up
     */
    void matched(MatchView view, int tier, long time);
}
