package io.weir.engine.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A key's events for which a rule waits what follows, in the order in which they came; and events that would follow one that has not
 * come yet. Where events come in order there are none of those.
 */
final class Waiting implements KeyPart {

    private final long name;
    /** So many may wait for one key and rule; past that the rule fails for the event. */
    static final int MOST = 100_000;

    private final Deque<Trigger> triggers = new ArrayDeque<>(2);
    /** By time, then as they came. */
    private final List<Follower> followers = new ArrayList<>(0);

    private long next = Long.MAX_VALUE;

    /**
     * What is asked of it.
     *
     * @param name of the rule's, in all its revisions
     * @param since when it has been live: older events do not count
     */
    record Plan(long name, long since) implements PartPlan {

        @Override
        public KeyPart create() {
            return new Waiting(name);
        }

        @Override
        public boolean adopt(KeyPart part) {
            if (!(part instanceof Waiting waiting)) {
                return false;
            }
            waiting.takeIf(trigger -> trigger.time() < since);
            return true;
        }
    }

    /**
     * An event that waits.
     *
     * @param revision the rule's, under which it ends
     * @param deadline when it is over, in milliseconds since the epoch
     * @param row the event's
     * @param previous the rows that the rule looked back at; null where there was none
     * @param values what the rule's lets, aggregates, scores and trends were, by register
     */
    record Trigger(int revision, long deadline, byte[] row, List<byte @Nullable []> previous, List<byte[]> values) {

        long time() {
            return timeOf(row);
        }
    }

    /**
     * An event that came before those that it may follow.
     *
     * @param revision the rule's
     * @param index of its stream among those that the rule waits for
     */
    record Follower(int revision, int index, byte[] row) {

        long time() {
            return timeOf(row);
        }
    }

    private static long timeOf(byte[] row) {
        return Bytes.getLong(row, 16);
    }

    Waiting(long name) {
        this.name = name;
    }

    void add(Trigger trigger) {
        if (triggers.size() >= MOST) {
            throw new RuleFailure("more than " + MOST + " events of one key wait for what follows them");
        }
        triggers.addLast(trigger);
        next = Math.min(next, trigger.deadline());
    }

    void add(Follower follower) {
        int at = followers.size();
        while (at > 0 && followers.get(at - 1).time() > follower.time()) {
            at--;
        }
        followers.add(at, follower);
    }

    /** The first event after that one which has come already and settles it; null for none. */
    @Nullable
    Follower followerOf(Trigger trigger, Predicate<Follower> settles) {
        int first = followers.size();
        while (first > 0 && followers.get(first - 1).time() > trigger.time()) {
            first--;
        }
        for (Follower each : followers.subList(first, followers.size())) {
            if (each.revision() == trigger.revision() && settles.test(each)) {
                return each;
            }
        }
        return null;
    }

    boolean anyTrigger() {
        return !triggers.isEmpty();
    }

    /** Takes out those that the test accepts, oldest first. */
    void takeIf(Predicate<Trigger> test) {
        if (triggers.removeIf(test)) {
            next = Long.MAX_VALUE;
            triggers.forEach(trigger -> next = Math.min(next, trigger.deadline()));
        }
    }

    Deque<Trigger> triggers() {
        return triggers;
    }

    List<Follower> followers() {
        return followers;
    }

    @Override
    public long name() {
        return name;
    }

    @Override
    public int size() {
        return triggers.size() + followers.size();
    }

    /** What waits goes when it is due, and not before. */
    @Override
    public void expire(long time) {
        int old = 0;
        while (old < followers.size() && followers.get(old).time() <= time) {
            old++;
        }
        followers.subList(0, old).clear();
    }

    @Override
    public long lastExpiry() {
        long last = followers.isEmpty()
                ? Long.MIN_VALUE
                : followers.get(followers.size() - 1).time();
        for (Trigger trigger : triggers) {
            last = Math.max(last, trigger.deadline());
        }
        return last;
    }

    @Override
    public long nextDue(long clock) {
        return next;
    }

    @Override
    public void happened(long time) {
        if (next <= time) {
            takeIf(trigger -> trigger.deadline() <= time);
        }
    }

    @Override
    public Waiting copy() {
        Waiting copy = new Waiting(name);
        copy.triggers.addAll(triggers);
        copy.followers.addAll(followers);
        copy.next = next;
        return copy;
    }
}
