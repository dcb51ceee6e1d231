package io.weir.admin.publish;

import io.weir.dsl.Environment;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the live rules say of themselves. A revision never changes, so it is compiled once. */
public final class RuleCatalog {

    private final Map<ArtifactId, RulePlan> plans = new HashMap<>();

    /** By artifact; a rule that does not compile any more is missing. */
    public synchronized Map<ArtifactId, RulePlan> plans(LiveSet live) {
        List<LiveSet.Entry> rules = live.of(ArtifactKind.RULE).toList();
        Set<ArtifactId> ids =
                rules.stream().map(rule -> rule.artifact().id()).collect(Collectors.toCollection(HashSet::new));
        plans.keySet().removeIf(id -> id.tenant().equals(live.tenant()) && !ids.contains(id));
        compile(
                live,
                rules.stream()
                        .filter(rule -> !plans.containsKey(rule.artifact().id()))
                        .toList());
        return ids.stream()
                .filter(plans::containsKey)
                .collect(Collectors.toMap(Function.identity(), id -> Objects.requireNonNull(plans.get(id))));
    }

    /** The topics that the rules' alerts go to, but for the alerts' common topic. */
    public Set<String> alertTopics(LiveSet live) {
        return plans(live).values().stream()
                .flatMap(plan -> plan.alerts().stream())
                .map(AlertAction::topic)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The streams that are declared. */
    public static List<StreamSchema> streams(LiveSet live) {
        return List.copyOf(environment(live).streams().values());
    }

    private static Environment environment(LiveSet live) {
        return RuleCompiler.compile(live.declarations()
                        .filter(entry -> entry.name().kind() != ArtifactKind.RULE)
                        .map(RuleCatalog::source)
                        .toList())
                .environment();
    }

    private void compile(LiveSet live, List<LiveSet.Entry> missing) {
        if (missing.isEmpty()) {
            return;
        }
        Environment environment = environment(live);
        Map<String, ArtifactId> ids = missing.stream()
                .collect(Collectors.toMap(
                        entry -> entry.name().name(), entry -> entry.artifact().id()));
        for (RulePlan plan : RuleCompiler.compile(
                        environment, missing.stream().map(RuleCatalog::source).toList())
                .rules()) {
            plans.put(Objects.requireNonNull(ids.get(plan.slug())), plan);
        }
    }

    private static Source source(LiveSet.Entry entry) {
        return new Source(
                entry.name().toString(), String.valueOf(entry.artifact().text()));
    }
}
