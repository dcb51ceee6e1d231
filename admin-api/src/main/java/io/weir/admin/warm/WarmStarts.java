package io.weir.admin.warm;

import io.weir.admin.engines.Engine;
import io.weir.admin.engines.Engines;
import io.weir.admin.engines.StatusBoard;
import io.weir.admin.engines.Task;
import io.weir.admin.publish.LiveSet;
import io.weir.admin.publish.RuleCatalog;
import io.weir.admin.store.ControlStore;
import io.weir.admin.warm.RetainedEvents.Copying;
import io.weir.admin.warm.RetainedEvents.State;
import io.weir.admin.warm.RetainedEvents.Wanted;
import io.weir.admin.warm.WarmStart.Phase;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport;
import io.weir.dsl.plan.RulePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes warm starts on, step by step, whenever somebody asks how far one is. What it knows is on Kafka, so any server goes on with what
 * another one began.
 */
public final class WarmStarts {

    private static final String EVALUATE = "evaluate";

    private final ControlStore store;
    private final StatusBoard board;
    private final RuleCatalog catalog;
    private final RetainedEvents retained;

    /** What the control topic says of one. */
    private record Begun(LiveSet live, List<Change> rules, Release release) {}

    public WarmStarts(ControlStore store, StatusBoard board, RuleCatalog catalog, RetainedEvents retained) {
        this.store = store;
        this.board = board;
        this.catalog = catalog;
        this.retained = retained;
    }

    /**
     * Does what can be done now, and says how far it is.
     *
     * @param backfill the epoch of the release that put the rules in shadow
     * @param partial whether windows may be filled in part, where older events are not retained
     * @param again whether what ended in vain is tried once more
     */
    public WarmStart goOn(String tenant, long backfill, boolean partial, boolean again) {
        Begun begun = begun(tenant, backfill);
        if (begun == null) {
            return new WarmStart(
                    backfill, Phase.OVER, List.of(), List.of(), null, null, null, 0, 0, 0, List.of(), null);
        }
        List<RulePlan> plans = plans(begun);
        Reach reach = Reach.of(plans);
        Step step = new Step(begun, plans, reach, backfill);
        Long before = begun.release().effectiveFrom();
        // There is nothing before the tenant's first release, and nothing to fill without a window.
        if (before == null || reach.millis() == 0) {
            return step.at(Phase.READY, null, List.of());
        }
        Engines engines = board.settled();
        List<String> behind = missing(engines, null, task -> hasPassed(task, tenant, backfill, before));
        if (!behind.isEmpty() || engines.alive().isEmpty()) {
            return step.at(Phase.WAITING, null, behind);
        }
        List<String> unfilled = missing(engines, EVALUATE, task -> hasFilled(task, tenant, backfill));
        if (unfilled.isEmpty()) {
            return step.at(Phase.READY, null, List.of());
        }
        Copying copying = retained.copy(new Wanted(
                tenant,
                backfill,
                RuleCatalog.streams(begun.live()),
                reach.streams(),
                before - reach.millis(),
                before,
                partial,
                again));
        if (copying.state() == State.COPIED && refuses(engines)) {
            return step.at(
                    Phase.FAILED,
                    new Copying(
                            State.FAILED,
                            copying.copied(),
                            copying.read(),
                            copying.of(),
                            copying.from(),
                            StatusReport.NO_WARM_START),
                    unfilled);
        }
        return step.at(
                switch (copying.state()) {
                    case COPYING -> Phase.COPYING;
                    case COPIED -> Phase.FILLING;
                    case NOT_RETAINED -> Phase.NOT_RETAINED;
                    case FAILED -> Phase.FAILED;
                },
                copying,
                unfilled);
    }

    private @Nullable Begun begun(String tenant, long backfill) {
        return store.read(state -> {
            Release release = state.release(tenant, backfill);
            List<Change> rules = state.live(tenant).values().stream()
                    .filter(change -> change.kind() == ArtifactKind.RULE
                            && change.state() == ArtifactState.SHADOW
                            && change.backfill() != null
                            && change.backfill() == backfill)
                    .toList();
            return release == null || rules.isEmpty() ? null : new Begun(LiveSet.of(state, tenant), rules, release);
        });
    }

    private List<RulePlan> plans(Begun begun) {
        Map<ArtifactId, RulePlan> all = catalog.plans(begun.live());
        List<RulePlan> plans = new ArrayList<>();
        for (Change rule : begun.rules()) {
            RulePlan plan = all.get(rule.id(begun.live().tenant()));
            if (plan != null) {
                plans.add(plan);
            }
        }
        return plans;
    }

    private record Step(Begun begun, List<RulePlan> plans, Reach reach, long backfill) {

        WarmStart at(Phase phase, @Nullable Copying copying, List<String> missing) {
            Long before = begun.release().effectiveFrom();
            return new WarmStart(
                    backfill,
                    phase,
                    begun.rules().stream().map(Change::name).toList(),
                    plans.stream().flatMap(plan -> Reach.anew(plan).stream()).toList(),
                    before,
                    before == null ? null : Long.valueOf(before - reach.millis()),
                    copying == null ? null : copying.from(),
                    copying == null ? 0 : copying.copied(),
                    copying == null ? 0 : copying.read(),
                    copying == null ? 0 : copying.of(),
                    missing,
                    copying == null ? null : copying.problem());
        }
    }

    /** All events before the rules have been evaluated there, or come too late. */
    private static boolean hasPassed(Task task, String tenant, long backfill, long before) {
        Long watermark = task.report().watermark();
        boolean evaluates = task.report().operator().equals(EVALUATE);
        return task.epoch(tenant) >= backfill && (!evaluates || (watermark != null && watermark >= before - 1));
    }

    private static boolean refuses(Engines engines) {
        return engines.alive().stream()
                .flatMap(engine -> engine.tasks().stream())
                .anyMatch(task -> task.report().problems().contains(StatusReport.NO_WARM_START));
    }

    private static boolean hasFilled(Task task, String tenant, long backfill) {
        return task.report().filled().contains(new StatusReport.Filled(tenant, backfill));
    }

    /** The tasks of running engines, those that were never heard included, of which that is not so. */
    private static List<String> missing(Engines engines, @Nullable String operator, Predicate<Task> condition) {
        TreeSet<String> missing = new TreeSet<>(engines.tasksToAnswer());
        if (operator != null) {
            missing.removeIf(name -> !name.contains("/" + operator + "/"));
        }
        for (Engine engine : engines.alive()) {
            for (Task task : engine.tasks()) {
                if (condition.test(task)) {
                    missing.remove(task.name());
                }
            }
        }
        return List.copyOf(missing);
    }
}
