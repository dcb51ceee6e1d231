package io.weir.dsl.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule looks for and then does. */
public sealed interface RuleBody {

    /**
     * Tiers of which the first true one acts.
     *
     * @param follow what must, or must not, come after; null for nothing. Then there is one tier, whose condition holds at the
     *     triggering event.
     */
    record When(List<Tier> tiers, @Nullable Follow follow) implements RuleBody {

        public When {
            tiers = List.copyOf(tiers);
        }
    }

    /** A sequence of events; the tiers see the whole match, the event at hand being its last. */
    record Match(Sequence sequence, List<Tier> tiers) implements RuleBody {

        public Match {
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * Sends the event itself, once, to the first arm that is true.
     *
     * @param actions what else happens for an event that was sent
     */
    record Route(List<Arm> arms, List<Action> actions) implements RuleBody {

        public Route {
            arms = List.copyOf(arms);
            actions = List.copyOf(actions);
        }
    }

    /** A condition, always true where there is none to ask, and what then happens. */
    record Tier(Expr condition, List<Action> actions) {

        public Tier {
            actions = List.copyOf(actions);
        }
    }

    /** An arm of a route; the condition of {@code otherwise} is always true. */
    record Arm(String topic, Expr condition) {}
}
