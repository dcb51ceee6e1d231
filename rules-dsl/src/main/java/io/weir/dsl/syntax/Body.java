package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;

/** What a rule looks for and then does. */
public sealed interface Body extends Node {

    /** Tiers of which the first true one acts. */
    record When(List<Tier> tiers, Span span) implements Body {
        public When {
            tiers = List.copyOf(tiers);
        }
    }

    /** {@code when … then …}. */
    record Tier(Expression condition, List<Action> actions, Span span) implements Node {
        public Tier {
            actions = List.copyOf(actions);
        }
    }
}
