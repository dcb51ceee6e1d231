package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.plan.Follow;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule's revision as a release puts it in force.
 *
 * @param backfill the one that fills its windows of time from retained events; 0 for none
 */
record PlannedRule(ArtifactId id, ArtifactState state, Planned planned, Standing standing, long backfill) {

    PlannedRule(ArtifactId id, ArtifactState state, Planned planned) {
        this(id, state, planned, Standing.SINCE_ALWAYS, 0);
    }

    PlannedRule with(Standing newStanding) {
        return new PlannedRule(id, state, planned, newStanding, backfill);
    }

    PlannedRule filledBy(long newBackfill) {
        return new PlannedRule(id, state, planned.filledBy(newBackfill, id.tenant()), standing, newBackfill);
    }

    /** A candidate whose sequence is that of the revision beside it: two cannot go on with the same attempts. */
    PlannedRule beside(@Nullable PlannedRule live) {
        PlannedParts own = planned.parts();
        PlannedParts others = live == null ? null : live.planned.parts();
        if (own == null || own.sequence() == null || others == null) {
            return this;
        }
        return own.sequence().equals(others.sequence())
                ? new PlannedRule(id, state, planned.with(own.ofCandidate()), standing, backfill)
                : this;
    }

    /**
     * What the rule's text says among the names of an epoch.
     *
     * @param plan null where the text has mistakes then
     * @param problem why there is no plan
     * @param specHash 0 for a rule without a key
     */
    record Planned(
            @Nullable RulePlan plan,
            @Nullable String problem,
            long specHash,
            List<PlannedAggregate> aggregates,
            @Nullable PlannedParts parts) {

        /** For a rule of another lane. */
        static final Planned ELSEWHERE = broken("it is not in this lane");

        Planned with(PlannedParts others) {
            return new Planned(plan, problem, specHash, aggregates, others);
        }

        static Planned broken(String problem) {
            return new Planned(null, problem, 0, List.of(), null);
        }

        static Planned of(RulePlan plan, String tenant) {
            return of(plan, tenant, 0);
        }

        /** The same with windows of time of its own. */
        Planned filledBy(long backfill, String tenant) {
            return plan == null ? this : of(plan, tenant, backfill);
        }

        private static Planned of(RulePlan plan, String tenant, long backfill) {
            return new Planned(
                    plan,
                    null,
                    plan.key() == null ? 0 : KeyCodec.specHash(tenant, plan.key()),
                    plan.aggregates().stream()
                            .map(aggregate -> PlannedAggregate.of(aggregate, plan, backfill))
                            .toList(),
                    PlannedParts.of(plan, backfill));
        }
    }

    /** A rule that has no plan is in the first: one lane tells of it. */
    Lane lane() {
        RulePlan plan = planned.plan();
        return plan == null ? Lane.EVENTS : Lane.of(plan);
    }

    @Nullable
    RulePlan plan() {
        return planned.plan();
    }

    /** False for a rule in shadow. */
    boolean acts() {
        return state == ArtifactState.LIVE && !standing.candidate();
    }

    /** Only of one that has a plan. */
    PlannedParts parts() {
        PlannedParts parts = planned.parts();
        if (parts == null) {
            throw new IllegalStateException("A rule without a plan has no parts (DEVELOPER)");
        }
        return parts;
    }

    /** Of what it keeps besides its series; none where it has no plan. */
    Collection<String> partTexts() {
        PlannedParts parts = planned.parts();
        if (parts == null) {
            return List.of();
        }
        return state == ArtifactState.PAUSED ? parts.textsOfPaused() : parts.texts();
    }

    /** The series and parts that its backfill fills. */
    List<LiveSince.SeriesId> filled() {
        List<LiveSince.SeriesId> filled = new ArrayList<>();
        for (PlannedAggregate aggregate : aggregates()) {
            if (aggregate.shape().reach() == WindowShape.Reach.TIME) {
                filled.add(aggregate.id(planned.specHash()));
            }
        }
        PlannedParts parts = planned.parts();
        if (parts != null) {
            parts.seen()
                    .values()
                    .forEach(seen -> filled.add(LiveSince.SeriesId.ofPart(planned.specHash(), seen.text())));
        }
        return filled;
    }

    /** How long an event of its may wait for what follows, in milliseconds; 0 where none waits. */
    long waits() {
        RulePlan plan = planned.plan();
        Follow follow = plan != null && plan.body() instanceof RuleBody.When when ? when.follow() : null;
        return follow == null ? 0 : follow.within().toMillis();
    }

    List<PlannedAggregate> aggregates() {
        return planned.aggregates();
    }
}
