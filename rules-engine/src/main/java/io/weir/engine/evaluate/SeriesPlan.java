package io.weir.engine.evaluate;

import java.util.List;

/**
 * A series that an epoch's rules read for a key.
 *
 * @param name the 64-bit hash of what it computes
 * @param retention the longest window, in milliseconds
 */
record SeriesPlan(long name, SeriesKind kind, long retention, List<WindowPlan> windows) {
    SeriesPlan {
        windows = List.copyOf(windows);
    }
}
