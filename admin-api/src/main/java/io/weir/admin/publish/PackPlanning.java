package io.weir.admin.publish;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemDetails;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.Declaration;
import io.weir.dsl.Source;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Topics;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.DiagnosticJson;
import io.weir.dsl.diagnostic.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sources and changes of state, as a plan. */
final class PackPlanning {

    private final NamedTopics topics;

    PackPlanning(Topics own) {
        this.topics = new NamedTopics(own);
    }

    Checked plan(LiveSet live, PublishRequest request) {
        if (request.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The request names nothing to publish");
        }
        Selection selection = Selection.of(live, request);
        PackCheck check = PackCheck.of(live, request.sources(), selection.retired());
        requireNoErrors(check);
        Checked checked = plan(live, selection, request.manner(), check);
        return request.manner().warm() ? WarmPlanning.of(live, checked) : checked;
    }

    Validation validate(LiveSet live, List<Source> sources) {
        PackCheck check = PackCheck.of(live, sources, Set.of());
        if (check.hasErrors()) {
            return Validation.refused(check.all(), null);
        }
        try {
            return Validation.good(live, plan(live, Selection.NOTHING, Manner.PLAIN, check));
        } catch (ProblemException refusal) {
            return Validation.refused(check.all(), refusal);
        }
    }

    private Checked plan(LiveSet live, Selection selection, Manner manner, PackCheck check) {
        check.declared().forEach((name, declaration) -> requireOwnName(live, selection, name, declaration));
        SignatureCheck.requireModelsFit(live, selection.retired(), check);
        ListPlanning.requireEntriesFit(live, selection.retired(), check);
        List<Planned> plan = new ArrayList<>();
        Placing placing = new Placing(live, selection, manner);
        check.declared().forEach((name, declaration) -> placing.add(plan, name, declaration));
        placing.addOthers(plan, check.declared().keySet());
        Placing.requireKeys(plan, check.compilation().rules());
        Set<ArtifactName> changed = plan.stream().map(Planned::name).collect(Collectors.toSet());
        return new Checked(
                check.own(), plan, topics.of(check, changed), check.declared().keySet());
    }

    /** Two names that become one in ids are two people's, more likely than a new spelling. */
    private static void requireOwnName(LiveSet live, Selection selection, ArtifactName name, Declaration declaration) {
        LiveSet.Entry entry = live.get(name);
        boolean retired = selection.states().get(name) == ArtifactState.RETIRED;
        String title = entry == null ? declaration.name() : entry.artifact().title();
        boolean sameTitle = title.equals(declaration.name());
        if (retired && sameTitle) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "'" + declaration.name() + "' is both published and retired");
        }
        if (!sameTitle && !retired) {

            throw new ProblemException(
                            ProblemCode.NAME_TAKEN,
                            "'" + declaration.name() + "' and the live '" + title + "' are both '" + name.name()
                                    + "' in ids")
                    .help("choose another name; to rename '" + title + "', retire it in the same publish");
        }
    }

    private static void requireNoErrors(PackCheck check) {
        if (!check.broken().isEmpty()) {
            String names = check.broken().stream()
                    .map(diagnostic -> diagnostic.place().file())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw mistakes(
                    ProblemCode.BREAKS_LIVE_RULES, "With these changes would not compile any more: " + names, check);
        }
        if (check.hasErrors()) {
            long errors = check.own().stream().filter(Diagnostic::isError).count();
            throw mistakes(
                    ProblemCode.RULES_INVALID,
                    errors == 1 ? "The sources have a mistake" : "The sources have " + errors + " mistakes",
                    check);
        }
    }

    private static ProblemException mistakes(ProblemCode code, String message, PackCheck check) {
        return new ProblemException(code, message)
                .detail(ProblemDetails.DIAGNOSTICS, DiagnosticJson.of(check.all()))
                .detail(ProblemDetails.RENDERED, Renderer.plain().render(check.all()));
    }
}
