package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Score;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule's revision with its programs: one trigger for each stream of its {@code on}, or one decision for the moments at which it is
 * evaluated; and one for each stream that may follow, where it waits for what follows.
 */
final class LoadedRule {

    private final RuleParts parts;
    private final RuleHealth health;
    private final RowSchemas schemas;
    private final List<LoadedTrigger> triggers = new ArrayList<>();
    private final List<LoadedFollower> followers = new ArrayList<>();
    private final @Nullable Decision timed;
    private final @Nullable LoadedSequence sequence;
    private final long[] throttles;

    LoadedRule(
            RuleParts parts,
            RuleHealth health,
            RowSchemas schemas,
            Function<Score, ScoreCall.@Nullable LiveModel> models) {
        this.parts = parts;
        this.health = health;
        this.schemas = schemas;
        RulePlan plan = parts.plan();
        Named named = Named.of(plan, models, parts.reference());
        throttles = new long[plan.alerts().size()];
        for (int i = 0; i < throttles.length; i++) {
            throttles[i] = Throttle.name(plan.slug(), i);
        }
        sequence = plan.body() instanceof RuleBody.Match ? new LoadedSequence(this, SequencePlan.of(plan)) : null;
        boolean isTimed = !(plan.timing() instanceof Timing.EachEvent);
        timed = isTimed ? timed(plan, named, schemas) : null;
        for (int i = 0; i < (isTimed ? 0 : parts.streams().size()); i++) {
            triggers.add(new LoadedTrigger(this, i, named));
        }
        if (plan.body() instanceof RuleBody.When when && when.follow() != null) {
            for (int i = 0; i < parts.followers().size(); i++) {
                followers.add(new LoadedFollower(this, when.follow(), i, named));
            }
        }
        programs().forEach(program -> program.frame.unmet = health.unmet());
    }

    private Stream<Program> programs() {
        return Stream.of(
                        Stream.ofNullable(timed).map(decision -> decision.program),
                        triggers.stream().map(trigger -> trigger.decision().program),
                        followers.stream().map(LoadedFollower::program))
                .flatMap(each -> each);
    }

    private static Decision timed(RulePlan plan, Named named, RowSchemas schemas) {
        StreamView anyRow = new StreamView(plan.on().get(0).stream(), 0);
        return new Decision(plan, new ProgramBuilder(anyRow, named, schemas), (Expr any) -> false);
    }

    RuleParts parts() {
        return parts;
    }

    RulePlan plan() {
        return parts.plan();
    }

    RuleHealth health() {
        return health;
    }

    RowSchemas schemas() {
        return schemas;
    }

    /** What a row that is kept was decoded with. */
    StreamSchema schema(Row row) {
        StreamSchema schema = schemas.of(row.schemaId());
        if (schema == null) {
            throw new IllegalStateException("No stream has schema " + row.schemaId() + " (DEVELOPER)");
        }
        return schema;
    }

    List<LoadedTrigger> triggers() {
        return triggers;
    }

    /** None where it does not wait for what follows. */
    List<LoadedFollower> followers() {
        return followers;
    }

    /** Null for a rule that looks at each event. */
    @Nullable
    Decision timed() {
        return timed;
    }

    /** Null where it has none. */
    @Nullable
    LoadedSequence sequence() {
        return sequence;
    }

    /** The name of an alert's throttle; it outlives the revision. */
    long throttle(int alert) {
        return throttles[alert];
    }
}
