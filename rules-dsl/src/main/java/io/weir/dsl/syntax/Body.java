package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule looks for and then does. */
public sealed interface Body extends Node {

    /** {@code when … then … otherwise when … then …}: tiers of which the first true one acts. */
    record When(List<Tier> tiers, Span span) implements Body {

        public When {
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * {@code sequence strictly within 1 day start: Trade fall+: where … when … then …}.
     *
     * @param tiers what must be true of a match and what happens then
     * @param resume where the search goes on; null for after the match
     */
    record Sequence(
            boolean strictly,
            @Nullable Expression within,
            List<Step> steps,
            List<Tier> tiers,
            @Nullable Resume resume,
            Span span)
            implements Body {

        public Sequence {
            steps = List.copyOf(steps);
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * {@code route to "…" when … otherwise to "…"}.
     *
     * @param actions what else happens for an event that was sent; mostly nothing
     */
    record Route(List<Arm> arms, List<Action> actions, Span span) implements Body {

        public Route {
            arms = List.copyOf(arms);
            actions = List.copyOf(actions);
        }
    }

    /**
     * {@code when … then …}.
     *
     * @param condition null for a sequence that asks for no more than its steps
     */
    record Tier(@Nullable Expression condition, List<Action> actions, Span span) implements Node {

        public Tier {
            actions = List.copyOf(actions);
        }
    }

    /**
     * {@code fall+: no Trade where price < previous price}.
     *
     * @param quantifier null for exactly once
     * @param forbidden {@code no}
     * @param stream null for any event that the rule watches
     */
    record Step(
            Name name,
            @Nullable Quantifier quantifier,
            boolean forbidden,
            @Nullable Name stream,
            @Nullable Expression where,
            Span span)
            implements Node {}

    /**
     * {@code +}, {@code *}, {@code ?}, {@code {2}}, {@code {2,}}, {@code {2,5}}.
     *
     * @param most null for any number
     */
    record Quantifier(int least, @Nullable Integer most, Span span) implements Node {}

    /**
     * {@code resume after match}, {@code resume at next}, {@code resume at NAME}.
     *
     * @param step of {@code AT_STEP}
     */
    record Resume(Place place, @Nullable Name step, Span span) implements Node {

        /** Where the search goes on. */
        public enum Place {
            AFTER_MATCH,
            AT_NEXT,
            AT_STEP
        }
    }

    /**
     * {@code to "payments.eea" when country in @eea}, {@code otherwise to "payments.world"}.
     *
     * @param condition null for what is left
     */
    record Arm(Expression.TextLiteral topic, @Nullable Expression condition, Span span) implements Node {}
}
