package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key keeps for an approximate aggregate: a sketch for each pane of time, oldest first. A window is the panes from the one in
 * which it begins.
 */
final class SketchPanes implements KeyPart {

    private final SketchPlan plan;
    private final List<Pane> panes = new ArrayList<>();
    private @Nullable Latest latest;
    /** The row whose value is the latest. */
    private byte @Nullable [] latestRow;

    private final SketchUnion union;
    /** Where the first pane begins that is in the union. */
    private long unionFrom;

    private boolean united;

    /** @param start its first millisecond */
    record Pane(long start, Sketch sketch) {}

    /** The last value, where windows leave out the event at hand: it is in no pane until another one comes. */
    record Latest(long time, long value, long currency) {}

    SketchPanes(SketchPlan plan) {
        this.plan = plan;
        union = plan.kind().union();
    }

    SketchPlan plan() {
        return plan;
    }

    List<Pane> panes() {
        return panes;
    }

    @Nullable
    Latest latest() {
        return latest;
    }

    void restore(Pane pane) {
        panes.add(pane);
    }

    void restore(Latest newLatest) {
        latest = newLatest;
    }

    /**
     * Adds a row's value.
     *
     * @param clock event time up to which everything has happened
     */
    void add(Row row, long value, long currency, long clock) {
        if (row.time() < plan.since()) {
            return;
        } else if (plan.includesCurrent()) {
            add(row.time(), value, currency);
        } else {
            settle();
            latest = new Latest(row.time(), value, currency);
            latestRow = row.bytes();
        }
        expire(clock);
    }

    private void settle() {
        Latest settled = latest;
        if (settled != null) {
            add(settled.time(), settled.value(), settled.currency());
            latest = null;
            latestRow = null;
        }
    }

    private void add(long time, long value, long currency) {
        long start = plan.start(time);
        int index = panes.size();
        while (index > 0 && panes.get(index - 1).start() > start) {
            index--;
        }
        boolean known = index > 0 && panes.get(index - 1).start() == start;
        if (!known) {
            panes.add(index++, new Pane(start, plan.kind().empty()));
        }
        panes.get(index - 1).sketch().add(value, currency);
        united = united && known && index == panes.size() && start >= unionFrom && union.grow(value, currency);
    }

    /** Leaves what is asked of the window of an event in a register. */
    void readAt(Row row, Reading reading, Frame f, int register) {
        if (latestRow != row.bytes()) {
            settle();
        }
        read(row.time(), reading, f, register);
    }

    /** The same of the window that ends before a moment. */
    void readBefore(long moment, Reading reading, Frame f, int register) {
        settle();
        read(moment - 1, reading, f, register);
    }

    private void read(long time, Reading reading, Frame f, int register) {
        long from = plan.start(time - plan.length() + 1);
        int first = 0;
        while (first < panes.size() && panes.get(first).start() < from) {
            first++;
        }
        int end = panes.size();
        while (end > first && panes.get(end - 1).start() > time) {
            end--;
        }
        if (first == end) {
            reading.readEmpty(f, register);
        } else if (end < panes.size()) {
            // Newer events came first: that is seldom, and nothing is kept for it.
            SketchUnion other = plan.kind().union();
            other.unite(sketches(first, end));
            other.read(reading, f, register);
        } else {
            unite(first);
            union.read(reading, f, register);
        }
    }

    private void unite(int first) {
        long start = panes.get(first).start();
        if (!united || start != unionFrom) {
            union.unite(sketches(first, panes.size()));
            unionFrom = start;
            united = true;
        }
    }

    private List<Sketch> sketches(int first, int end) {
        return panes.subList(first, end).stream().map(Pane::sketch).toList();
    }

    @Override
    public long name() {
        return plan.name();
    }

    @Override
    public int size() {
        return panes.size() + (latest == null ? 0 : 1);
    }

    @Override
    public void expire(long time) {
        while (!panes.isEmpty() && end(panes.get(0).start()) <= time) {
            panes.remove(0);
        }
        if (latest != null && end(plan.start(latest.time())) <= time) {
            latest = null;
            latestRow = null;
        }
    }

    /** The event time from which no window reaches a pane. */
    private long end(long start) {
        return KeyPart.plus(start, plan.width() - 1 + plan.length());
    }

    @Override
    public long lastExpiry() {
        long last = panes.isEmpty()
                ? Long.MIN_VALUE
                : end(panes.get(panes.size() - 1).start());
        return latest == null ? last : Math.max(last, end(plan.start(latest.time())));
    }

    @Override
    public SketchPanes copy() {
        SketchPanes copy = new SketchPanes(plan);
        panes.forEach(
                pane -> copy.panes.add(new Pane(pane.start(), pane.sketch().copy())));
        copy.latest = latest;
        return copy;
    }
}
