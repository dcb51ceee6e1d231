package io.weir.dsl.plan;

/** An event other than the one at hand. */
public sealed interface EventRef {

    /** As the canonical text says it. */
    String text();

    /** Inside an aggregate's or a follower's {@code where}: the event that the rule looks at. */
    record Triggering() implements EventRef {
        @Override
        public String text() {
            return "triggering";
        }
    }

    /** The rule's {@link PreviousEvent} of that index. */
    record Previous(int index) implements EventRef {
        @Override
        public String text() {
            return "previous " + index;
        }
    }

    /** Within a sequence: the event before the one at hand; strictly the key's, otherwise the last that matched. */
    record Before() implements EventRef {
        @Override
        public String text() {
            return "before";
        }
    }

    /**
     * The first or the last event that a sequence's step of that index matched; absent where it matched none. In that step's own
     * condition the event that may become its next counts as matched.
     */
    record OfStep(int step, boolean first) implements EventRef {
        @Override
        public String text() {
            return (first ? "first" : "last") + " of step " + step;
        }
    }

    /** The event that settled {@link Follow}. */
    record Follower() implements EventRef {
        @Override
        public String text() {
            return "follower";
        }
    }
}
