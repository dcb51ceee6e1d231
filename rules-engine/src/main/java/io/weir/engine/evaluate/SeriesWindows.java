package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The windows that an epoch's rules read of one series. */
final class SeriesWindows {

    private final Series series;
    private @Nullable SeriesPlan plan;
    private @Nullable WindowCursor[] cursors = new WindowCursor[0];

    SeriesWindows(Series series) {
        this.series = series;
    }

    void plan(SeriesPlan newPlan) {
        if (plan == newPlan) {
            return;
        }
        WindowCursor[] adopted = new WindowCursor[newPlan.windows().size()];
        for (int i = 0; i < adopted.length; i++) {
            for (int known = 0; known < cursors.length && adopted[i] == null; known++) {
                WindowCursor cursor = cursors[known];
                if (cursor != null && cursor.plan.equals(newPlan.windows().get(i))) {
                    adopted[i] = cursor;
                    // Two windows that are alike have one each, or a late event would come to it twice.
                    cursors[known] = null;
                }
            }
        }
        cursors = adopted;
        plan = newPlan;
    }

    /** A window of the plan; the caller moves it. */
    WindowCursor get(int number) {
        WindowCursor cursor = cursors[number];
        if (cursor == null) {
            if (plan == null) {
                throw new IllegalStateException("A series without a plan is read (DEVELOPER)");
            }
            cursor = new WindowCursor(plan.windows().get(number), series);
            cursors[number] = cursor;
        }
        return cursor;
    }

    /** The series drops its first event. */
    void forget(long index) {
        for (WindowCursor cursor : cursors) {
            if (cursor != null) {
                cursor.forget(index);
            }
        }
    }

    /** Those that hold that event, which changes, are counted anew. */
    void clearFrom(long index) {
        for (int i = 0; i < cursors.length; i++) {
            WindowCursor cursor = cursors[i];
            if (cursor != null && cursor.last() >= index) {
                cursors[i] = null;
            }
        }
    }

    /** An event has come late, and got that index. */
    void inserted(long index) {
        for (int i = 0; i < cursors.length; i++) {
            WindowCursor cursor = cursors[i];
            if (cursor != null && !cursor.inserted(index)) {
                cursors[i] = null;
            }
        }
    }

    /** All events are dropped. */
    void restart(long index) {
        for (WindowCursor cursor : cursors) {
            if (cursor != null) {
                cursor.restart(index);
            }
        }
    }

    /** Whether some window needs all of its values all the time. */
    boolean needAll() {
        return plan != null
                && plan.windows().stream()
                        .anyMatch(window -> window.measures().stream().anyMatch(Measure::needsAll));
    }

    /** Those that it would take chunks to count anew. */
    List<WindowCursor> storable() {
        List<WindowCursor> storable = new ArrayList<>();
        for (WindowCursor cursor : cursors) {
            if (cursor != null
                    && series.hasChunks()
                    && cursor.first() <= series.open().first()
                    && cursor.plan.measures().stream().noneMatch(Measure::needsAll)) {
                storable.add(cursor);
            }
        }
        return storable;
    }

    /** One that was stored, until there is a plan. */
    void restore(WindowCursor cursor) {
        cursors = Arrays.copyOf(cursors, cursors.length + 1);
        cursors[cursors.length - 1] = cursor;
    }

    void copy(SeriesWindows other) {
        other.storable().forEach(cursor -> restore(cursor.copy(series)));
    }
}
