package io.weir.engine.evaluate;

import java.util.List;

/**
 * A series that an epoch's rules read for a key.
 *
 * @param name the 64-bit hash of what it computes
 * @param split whether there is one for each value that is compared with the triggering event
 */
record SeriesPlan(long name, SeriesKind kind, boolean split, Retention retention, List<WindowPlan> windows)
        implements PartPlan {

    SeriesPlan {
        windows = List.copyOf(windows);
    }

    @Override
    public KeyPart create() {
        return KeySeries.of(this);
    }

    @Override
    public boolean reaches(long time, long after) {
        return retention.end(time) > after;
    }

    @Override
    public boolean adopt(KeyPart part) {
        if (!(part instanceof KeySeries series) || series.kind() != kind) {
            return false;
        }
        series.plan(this);
        return true;
    }
}
