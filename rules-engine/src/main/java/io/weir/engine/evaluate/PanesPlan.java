package io.weir.engine.evaluate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Panes that an epoch's timed rules read for a key.
 *
 * @param name the 64-bit hash of what they hold
 * @param events how a counted event's value is given
 * @param step their length in milliseconds: all windows begin and end on multiples of it, counted from the origin
 * @param windows what is read of them; each begins a pane where it went live
 */
record PanesPlan(
        long name,
        PaneFunction function,
        SeriesKind events,
        long step,
        long origin,
        Retention retention,
        List<WindowPlan> windows)
        implements PartPlan {

    PanesPlan {
        windows = List.copyOf(windows);
    }

    @Override
    public KeyPart create() {
        PanedSeries created = new PanedSeries(name, function, events);
        created.plan(this);
        return created;
    }

    @Override
    public boolean reaches(long time, long after) {
        return retention.end(time) > after;
    }

    @Override
    public boolean adopt(KeyPart part) {
        if (!(part instanceof PanedSeries panes) || panes.function() != function || panes.events() != events) {
            return false;
        }
        panes.plan(this);
        return true;
    }

    /** When the pane of that time begins. */
    long begin(long time) {
        long begin = time - Math.floorMod(time - origin, step);
        for (WindowPlan window : windows) {
            begin = window.liveFrom() <= time ? Math.max(begin, window.liveFrom()) : begin;
        }
        return begin;
    }

    /** When the next one does. */
    long end(long time) {
        long end = KeyPart.plus(time - Math.floorMod(time - origin, step), step);
        for (WindowPlan window : windows) {
            end = window.liveFrom() > time ? Math.min(end, window.liveFrom()) : end;
        }
        return end;
    }

    /** What one of the columns is read for. */
    SeriesPlan column(long column, SeriesKind kind) {
        Set<Measure> measures = measures();
        List<WindowPlan> own = windows.stream()
                .map(window -> new WindowPlan(window.shape(), window.liveFrom(), measures))
                .toList();
        return new SeriesPlan(column, kind, false, retention, own);
    }

    private Set<Measure> measures() {
        return switch (function) {
            case COUNT, SUM, DEVIATION -> EnumSet.of(Measure.SUM);
            case HIGHEST -> EnumSet.of(Measure.HIGHEST);
            case LOWEST -> EnumSet.of(Measure.LOWEST);
            case FIRST, LAST -> Set.of();
        };
    }
}
