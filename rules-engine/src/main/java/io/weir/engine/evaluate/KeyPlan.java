package io.weir.engine.evaluate;

import java.util.List;

/**
 * What an epoch does for the keys of one spec.
 *
 * @param targets what rows concern, by the numbers that both sides of the network give them alike, in the order in which a row
 *     concerns them
 * @param timed the rules that are evaluated at moments of their own
 * @param waiting the rules, in all revisions that may still have something to end, that wait for what follows
 * @param matching the rules that look for a sequence
 */
record KeyPlan(
        KeyLayout layout,
        List<KeyTarget> targets,
        List<BoundRule> timed,
        List<SessionEnd> sessions,
        List<BoundRule> waiting,
        List<BoundRule> matching) {

    /**
     * What happens when a session ends.
     *
     * @param session the number of its part
     * @param series the numbers of the parts that end with it
     */
    record SessionEnd(int session, List<BoundRule> rules, int[] series) {}

    KeyPlan {
        targets = List.copyOf(targets);
        timed = List.copyOf(timed);
        sessions = List.copyOf(sessions);
        waiting = List.copyOf(waiting);
        matching = List.copyOf(matching);
    }
}
