package io.weir.admin.publish;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.plan.Slug;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a request wants retired, paused or resumed of a live set, by name.
 *
 * @param withdrawn rules whose candidate goes
 */
record Selection(Map<ArtifactName, ArtifactState> states, Set<ArtifactName> withdrawn) {

    static final Selection NOTHING = new Selection(Map.of(), Set.of());

    static Selection of(LiveSet live, PublishRequest request) {
        Selection selection = new Selection(new TreeMap<>(), new TreeSet<>());
        request.withdraw().forEach(name -> selection.withdrawn.add(candidate(live, name)));
        request.retire().forEach(name -> selection.put(live, name, ArtifactState.RETIRED));
        request.pause().forEach(name -> selection.put(live, requireRule(name), ArtifactState.PAUSED));
        request.resume().forEach(name -> selection.put(live, requireRule(name), ArtifactState.LIVE));
        selection.retireWith(ArtifactKind.SIGNATURE, ArtifactKind.MODEL, live);
        selection.retireWith(ArtifactKind.LIST, ArtifactKind.ENTRIES, live);
        return selection;
    }

    Set<ArtifactName> retired() {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue() == ArtifactState.RETIRED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void put(LiveSet live, String text, ArtifactState state) {
        ArtifactName name = parse(text)
                .filter(live.entries()::containsKey)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.UNKNOWN_NAME, "Nothing named '" + text + "' is live")
                                .help(help(live)));
        ArtifactState other = states.put(name, state);
        if (other != null && other != state) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST,
                    "'" + text + "' cannot become " + other + " and " + state + " at once");
        }
    }

    private static ArtifactName candidate(LiveSet live, String text) {
        return parse(text)
                .filter(live.candidates()::containsKey)
                .orElseThrow(() -> new ProblemException(
                                ProblemCode.UNKNOWN_NAME, "'" + text + "' has no candidate beside it")
                        .help("`weir rules` lists candidates with what they stand beside"));
    }

    private static String help(LiveSet live) {
        List<String> rules = live.of(ArtifactKind.RULE)
                .map(entry -> entry.artifact().title())
                .limit(20)
                .toList();
        return rules.isEmpty()
                ? "no rule is live; other kinds are named as kind/name, such as stream/payment"
                : "live rules: " + String.join(", ", rules) + "; other kinds are named as kind/name";
    }

    private static String requireRule(String text) {
        boolean rule =
                parse(text).filter(name -> name.kind() == ArtifactKind.RULE).isPresent();
        if (!rule) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "Only rules are paused and resumed, not '" + text + "'");
        }
        return text;
    }

    private static Optional<ArtifactName> parse(String text) {
        int slash = text.indexOf('/');
        Optional<ArtifactKind> kind = slash < 0 ? Optional.empty() : ArtifactKind.of(text.substring(0, slash));
        // A rule's own name may hold a slash.
        return Optional.of(kind.map(known -> new ArtifactName(known, Slug.of(text.substring(slash + 1))))
                .orElseGet(() -> new ArtifactName(ArtifactKind.RULE, Slug.of(text))));
    }

    // A model or entries without their declaration could serve nobody and would only lie in wait.
    private void retireWith(ArtifactKind declaration, ArtifactKind content, LiveSet live) {
        for (ArtifactName name : retired()) {
            ArtifactName along = new ArtifactName(content, name.name());
            if (name.kind() == declaration && live.get(along) != null) {
                states.put(along, ArtifactState.RETIRED);
            }
        }
    }
}
