package io.weir.engine.evaluate;

/**
 * Decides for one key: feeds the row to the aggregates that count it, then evaluates the rules that it triggers.
 *
 * <pre>{@code
 * KeyState state = stored == null ? new KeyState() : stored;
 * evaluator.evaluate(epoch, routed, state, sink);           // rows of a key in their order
 * if (state.isEmpty()) clear(); else { store(state); timerAt(state.nextExpiry()); }
 * // the timer: evaluator.expire(latestEpoch, key, state, time), then the same two lines
 * }</pre>
 */
public final class KeyEvaluator {

    /** @param engine the name that alerts carry */
    public KeyEvaluator(String engine) {}

    /** The epoch is the row's; the state is the key's, and is changed. */
    public void evaluate(Epoch epoch, RoutedRow row, KeyState state, AlertSink sink) {
        throw new UnsupportedOperationException();
    }

    /** Drops what no window reaches any more once event time has passed {@code time}, and what the epoch's rules do not name. */
    public void expire(Epoch epoch, Key key, KeyState state, long time) {
        state.expire(time);
    }
}
