package io.weir.admin.publish;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.Declaration;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.plan.RulePlan;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where each declaration of a request goes: in the place of what is in force, or beside it. What changes nothing is left out. */
record Placing(LiveSet live, Selection selection, Manner manner) {

    void add(List<Planned> plan, ArtifactName name, Declaration declaration) {
        LiveSet.Entry entry = live.get(name);
        boolean shadow = manner.shadow() && name.kind() == ArtifactKind.RULE;
        if (shadow && entry != null && entry.state() != ArtifactState.SHADOW) {
            addBeside(plan, entry, declaration);
        } else {
            addInPlace(plan, name, shadow ? ArtifactState.SHADOW : state(name, entry), declaration);
        }
    }

    /** The text of what is in force needs no candidate. */
    private void addBeside(List<Planned> plan, LiveSet.Entry entry, Declaration declaration) {
        LiveSet.Entry candidate = live.candidate(entry.name());
        Integer before = candidate == null ? null : candidate.change().percent();
        Integer percent = manner.percent(before);
        boolean known = candidate != null && candidate.says(declaration.text()) && Objects.equals(percent, before);
        if (!known && !entry.says(declaration.text())) {
            plan.add(Planned.candidate(entry.name(), percent, declaration));
        }
    }

    private void addInPlace(List<Planned> plan, ArtifactName name, ArtifactState state, Declaration declaration) {
        LiveSet.Entry entry = live.get(name);
        Integer before = entry == null ? null : entry.change().percent();
        Integer percent = name.kind() == ArtifactKind.RULE ? manner.percent(before) : null;
        if (entry == null || !entry.says(declaration.text())) {
            plan.add(Planned.declaration(name, state, percent, declaration));
        } else if (state != entry.state() || !Objects.equals(percent, before)) {
            plan.add(Planned.stateOf(entry, state, percent));
        }
    }

    /** A paused rule stays paused with its new text, unless it is resumed; one in shadow does not stay there. */
    private ArtifactState state(ArtifactName name, LiveSet.@Nullable Entry entry) {
        boolean paused = entry != null && entry.state() == ArtifactState.PAUSED;
        ArtifactState wanted =
                selection.states().getOrDefault(name, paused ? ArtifactState.PAUSED : ArtifactState.LIVE);
        return wanted == ArtifactState.RETIRED ? ArtifactState.LIVE : wanted;
    }

    /** What the request names without declaring it. */
    void addOthers(List<Planned> plan, Set<ArtifactName> declared) {
        selection.states().forEach((name, state) -> {
            LiveSet.Entry entry = live.get(name);
            if (entry != null && !declared.contains(name) && entry.state() != state) {
                plan.add(Planned.stateOf(entry, state, entry.change().percent()));
            }
        });
        for (ArtifactName name : selection.withdrawn()) {
            plan.add(Planned.stateOf(Objects.requireNonNull(live.candidate(name)), ArtifactState.RETIRED, null));
        }
    }

    /** A percentage is of a rule's keys, so there must be some to choose from. */
    static void requireKeys(List<Planned> plan, List<RulePlan> rules) {
        Set<String> choosy = plan.stream()
                .filter(planned -> planned.percent() != null)
                .map(planned -> planned.name().name())
                .collect(Collectors.toSet());
        for (RulePlan rule : rules) {
            boolean hasKeys = rule.key() != null && !rule.key().isEverything();
            if (!hasKeys && choosy.contains(rule.slug())) {
                throw new ProblemException(
                                ProblemCode.INVALID_REQUEST,
                                "'" + rule.name() + "' has no keys of which it could take some percent")
                        .help("give it a key with `by`, or publish it apart, without a percentage");
            }
        }
    }
}
