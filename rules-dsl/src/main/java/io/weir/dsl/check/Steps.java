package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of a rule's sequence, by name. */
final class Steps {

    private final List<StepSymbol> all = new ArrayList<>();

    /** The steps as they are written; of two with one name the first is meant. */
    static Steps of(RuleContext rule, Body.Sequence sequence) {
        Steps steps = new Steps();
        for (Body.Step step : sequence.steps()) {
            Name name = step.name();
            if (steps.find(name.text()) != null || rule.watched(name.text()) != null) {
                rule.report(Code.DECLARED_TWICE, name.span(), "step", name.text())
                        .help("steps, events and their aliases need names of their own");
            }
            rule.names().means(name, Target.of(Target.Kind.STEP, name.text()), null);
            steps.all.add(new StepSymbol(steps.all.size(), step, streams(rule, step)));
        }
        return steps;
    }

    private static List<Watched> streams(RuleContext rule, Body.Step step) {
        Name name = step.stream();
        if (name == null) {
            return rule.watched();
        }
        Watched watched = rule.watched(name.text());
        if (watched == null) {
            unknown(rule, name);
            return List.of();
        }
        rule.names().stream(new Name(watched.stream().name(), name.span()));
        return List.of(watched);
    }

    private static void unknown(RuleContext rule, Name name) {
        List<String> watched =
                rule.watched().stream().map(one -> one.stream().name()).toList();
        rule.names().couldBe(name, () -> new Candidates().and(Target.Kind.EVENT, watched), Wanted.NAME);
        if (!rule.isBlind()) {
            rule.report(Code.STEP_NOT_WATCHED, name.span(), name.text())
                    .help("a step can wait for " + Phrases.oneOf(watched))
                    .suggest(NearNames.nearest(name.text(), watched), name.span(), "");
        }
    }

    @Nullable
    StepSymbol find(String name) {
        return all.stream().filter(step -> step.name().equals(name)).findFirst().orElse(null);
    }

    List<StepSymbol> all() {
        return all;
    }

    List<String> names() {
        return all.stream().map(StepSymbol::name).toList();
    }

    StepSymbol get(int index) {
        return all.get(index);
    }

    int size() {
        return all.size();
    }

    /** The events that can be a match's last: those of the last step, and of those before it that it may do without. */
    List<Watched> last() {
        Set<Watched> last = new LinkedHashSet<>();
        for (int at = all.size() - 1; at >= 0; at--) {
            if (!all.get(at).forbidden()) {
                last.addAll(all.get(at).streams());
                if (!all.get(at).mayBeEmpty()) {
                    break;
                }
            }
        }
        return last.stream()
                .sorted((one, other) -> Integer.compare(one.index(), other.index()))
                .toList();
    }
}
