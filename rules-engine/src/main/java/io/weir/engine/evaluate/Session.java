package io.weir.engine.evaluate;

/** The key's session that is open, if one is: it ends when so much time has passed since its last event. */
final class Session implements KeyPart {

    private final long name;
    private final long gap;
    private boolean open;
    private long last;

    /**
     * What is asked of it.
     *
     * @param gap in milliseconds
     * @param since when it has been live: older events do not count
     */
    record Plan(long name, long gap, long since) implements PartPlan {

        @Override
        public KeyPart create() {
            return new Session(name, gap);
        }

        @Override
        public boolean adopt(KeyPart part) {
            if (!(part instanceof Session session) || session.gap != gap) {
                return false;
            }
            session.open &= session.last >= since;
            return true;
        }
    }

    Session(long name, long gap) {
        this.name = name;
        this.gap = gap;
    }

    /** An event of it: the first one opens it. */
    void touch(long time) {
        open = true;
        last = time;
    }

    boolean isOpen() {
        return open;
    }

    void end() {
        open = false;
    }

    long last() {
        return last;
    }

    long gap() {
        return gap;
    }

    @Override
    public long name() {
        return name;
    }

    @Override
    public int size() {
        return open ? 1 : 0;
    }

    /** It ends when it is due, and not before. */
    @Override
    public void expire(long time) {}

    @Override
    public long lastExpiry() {
        return open ? KeyPart.plus(last, gap) : Long.MIN_VALUE;
    }

    @Override
    public long nextDue(long clock) {
        return open ? KeyPart.plus(last, gap) : Long.MAX_VALUE;
    }

    @Override
    public void happened(long time) {
        open &= KeyPart.plus(last, gap) > time;
    }

    @Override
    public Session copy() {
        Session copy = new Session(name, gap);
        copy.open = open;
        copy.last = last;
        return copy;
    }
}
