package io.weir.engine.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of {@link KeyTarget}, in the order in which a row concerns them. */
final class KeyTargets {

    private KeyTargets() {}

    /** Takes a number, of a rule that is paused or could not be loaded. */
    record OfNothing() implements KeyTarget {
        @Override
        public void take(Row row, KeyTurn turn) {}
    }

    /** Opens a session, or goes on with it. */
    record OfSession(int part) implements KeyTarget {
        @Override
        public void take(Row row, KeyTurn turn) {
            ((Session) turn.state().open(part)).touch(row.time(), turn.state().clock());
        }
    }

    /** Notes that there was an event, for rules that are evaluated by the clock. */
    record OfSeen(int part) implements KeyTarget {
        @Override
        public void take(Row row, KeyTurn turn) {
            fill(row, turn.state(), part);
        }

        @Override
        public int filled() {
            return part;
        }

        @Override
        public void fill(Row row, KeyState state, int number) {
            ((Seen) state.open(number)).touch(row.time(), state.clock());
        }
    }

    /** Adds to a series. */
    static final class OfSeries implements KeyTarget {
        private final int part;
        private final int session;
        private final Feed feed;
        private final SeriesReaders readers;
        private long attempts;

        /**
         * @param session the part in which one must be open; -1 for none
         * @param readers who is to blame when it fails
         */
        OfSeries(int part, int session, Feed feed, SeriesReaders readers) {
            this.part = part;
            this.session = session;
            this.feed = feed;
            this.readers = readers;
        }

        @Override
        public void take(Row row, KeyTurn turn) {
            if (session >= 0 && !turn.isOfSession(session, part, row.time())) {
                return;
            }
            Series series = feed(row, turn.state(), part);
            turn.fed(part, series);
            if (series != null && series.size() > turn.mostEntries()) {
                readers.dropOldest(series, row, turn);
            }
        }

        private @Nullable Series feed(Row row, KeyState state, int number) {
            attempts++;
            try {
                return feed.feed(row, state, number);
            } catch (RuntimeException e) {
                String reason = e.getMessage() + " at " + feed.stream().coordinates(row);
                readers.rules().forEach(reader -> reader.feedFailed(reason, attempts));
                return null;
            }
        }

        @Override
        public int filled() {
            return part;
        }

        @Override
        public void fill(Row row, KeyState state, int number) {
            feed(row, state, number);
        }
    }

    /** Goes on with a trend, or breaks it. */
    record OfTrend(int part, TrendFeed feed, EpochStream stream, List<RuleHealth> readers) implements KeyTarget {
        @Override
        public void take(Row row, KeyTurn turn) {
            TrendRun run = (TrendRun) turn.state().open(part);
            run.expire(turn.state().clockAt(row.time()));
            try {
                feed.feed(row, run);
            } catch (RuntimeException e) {
                run.breakOff();
                String reason = e.getMessage() + " at " + stream.coordinates(row);
                readers.forEach(reader -> reader.failed(reason));
            }
        }
    }

    /** Settles what waits for it. */
    record OfFollower(BoundRule rule, int follower) implements KeyTarget {
        @Override
        public void take(Row row, KeyTurn turn) {
            turn.follow(rule, follower, row);
        }
    }

    /** Triggers a rule. */
    record OfTrigger(BoundRule rule, int trigger) implements KeyTarget {
        @Override
        public void take(Row row, KeyTurn turn) {
            turn.trigger(rule, trigger, row);
        }
    }

    /** Goes on with a rule's sequence. */
    record OfSequence(BoundRule rule, int trigger) implements KeyTarget {
        @Override
        public void take(Row row, KeyTurn turn) {
            turn.match(rule, trigger, row);
        }
    }

    /** Remembers the row for those that come after it. */
    record OfRecent(int part) implements KeyTarget {
        @Override
        public void take(Row row, KeyTurn turn) {
            ((RecentRows) turn.state().open(part)).add(row.bytes(), turn.state().clock());
        }
    }
}
