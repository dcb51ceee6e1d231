package io.weir.engine.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A key's events for which a rule waits what follows, oldest first. */
final class Waiting implements KeyPart {

    private final long name;
    /** So many may wait for one key and rule; past that the rule fails for the event. */
    static final int MOST = 100_000;

    private final Deque<Trigger> triggers = new ArrayDeque<>(2);
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
            waiting.takeIf(trigger -> new Row(trigger.row()).time() < since);
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
    record Trigger(int revision, long deadline, byte[] row, List<byte @Nullable []> previous, List<byte[]> values) {}

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

    /** Takes out those that the test accepts, oldest first. */
    void takeIf(Predicate<Trigger> test) {
        if (triggers.removeIf(test)) {
            next = Long.MAX_VALUE;
            triggers.forEach(trigger -> next = Math.min(next, trigger.deadline()));
        }
    }

    Iterable<Trigger> triggers() {
        return triggers;
    }

    @Override
    public long name() {
        return name;
    }

    @Override
    public int size() {
        return triggers.size();
    }

    /** Each goes when it is due, and not before. */
    @Override
    public void expire(long time) {}

    @Override
    public long lastExpiry() {
        long last = Long.MIN_VALUE;
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
        copy.next = next;
        return copy;
    }
}
