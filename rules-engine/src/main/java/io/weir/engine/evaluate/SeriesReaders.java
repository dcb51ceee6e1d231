package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

/** The rules that read a series, and how far each looks back. */
final class SeriesReaders {

    private final List<RuleHealth> rules = new ArrayList<>();
    private final List<WindowShape> windows = new ArrayList<>();

    void add(RuleHealth rule, WindowShape window) {
        rules.add(rule);
        windows.add(window);
    }

    /** All, those that read several windows of it several times. */
    List<RuleHealth> rules() {
        return rules;
    }

    /**
     * Lets the oldest events go where there are more than may be kept. Windows that reach back to them say so: they fail. Others, of
     * the same series, go on.
     */
    void dropOldest(Series series, Row row, KeyTurn turn) {
        while (series.size() > turn.mostEntries()) {
            long time = series.time(series.first());
            series.lostUntil(time);
            series.drop();
            for (int i = 0; i < rules.size(); i++) {
                if (reachesBack(windows.get(i), time, row.time(), turn.mostEntries())) {
                    rules.get(i).dropped(turn.key(), turn.mostEntries(), row.time());
                }
            }
        }
    }

    private static boolean reachesBack(WindowShape window, long dropped, long now, int most) {
        return switch (window.reach()) {
            case TIME -> dropped >= window.from(now);
            case EVENTS -> window.events() > most;
            case SESSION -> true;
        };
    }
}
