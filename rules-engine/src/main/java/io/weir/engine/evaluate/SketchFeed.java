package io.weir.engine.evaluate;

import java.util.List;

/** Adds the value that an event gives to the key's sketches. */
final class SketchFeed implements KeyTarget {

    private final int part;
    private final Feed feed;
    private final SketchPlan plan;
    private final List<RuleHealth> readers;
    private long attempts;

    /** @param readers who is to blame when it fails */
    SketchFeed(int part, Feed feed, SketchPlan plan, List<RuleHealth> readers) {
        this.part = part;
        this.feed = feed;
        this.plan = plan;
        this.readers = List.copyOf(readers);
    }

    @Override
    public void take(Row row, KeyTurn turn) {
        attempts++;
        try {
            int register = feed.compute(row);
            if (register >= 0) {
                add(row, feed.frame(), register, turn.state());
            }
        } catch (RuntimeException e) {
            String reason = e.getMessage() + " at " + feed.stream().coordinates(row);
            readers.forEach(reader -> reader.feedFailed(reason, attempts));
        }
    }

    private void add(Row row, Frame f, int register, KeyState state) {
        long value = plan.kind() == Sketch.Kind.DIFFERENT
                ? SketchValues.hash(feed.kind(), f, register)
                : SketchValues.number(feed.kind(), f, register);
        long currency = feed.kind() == SeriesKind.MONEYS ? f.currency[register] : 0;
        ((SketchPanes) state.open(part)).add(row, value, currency, state.clock());
    }
}
