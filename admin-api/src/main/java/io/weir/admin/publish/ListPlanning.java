package io.weir.admin.publish;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemDetails;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.ListEntries;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.Slug;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entries of a list that is published on its own, as a plan. */
public final class ListPlanning {

    /** So that they fit into one record of the control topic. */
    static final int MAX_BYTES = 512 << 10;

    private ListPlanning() {}

    static Checked plan(LiveSet live, String list, byte[] json) {
        ListPlan declared = required(live, list);
        ListEntries entries = ListEntries.read(json, declared.element());
        if (!entries.problems().isEmpty()) {
            throw invalid(
                    "The entries do not fit list @" + list + " of "
                            + declared.element().text(),
                    entries);
        }
        if (entries.json().length > MAX_BYTES) {
            throw new ProblemException(
                    ProblemCode.TOO_LARGE,
                    "The entries take " + (entries.json().length >> 10) + " kB, more than " + (MAX_BYTES >> 10)
                            + " kB");
        }
        ArtifactName name = new ArtifactName(ArtifactKind.ENTRIES, Slug.of(list));
        Planned planned = Planned.content(name, list, entries.json());
        List<Planned> plan = isLive(live, planned) ? List.of() : List.of(planned);
        return new Checked(List.of(), plan, Set.of());
    }

    private static boolean isLive(LiveSet live, Planned planned) {
        LiveSet.Entry entry = live.get(planned.name());
        return entry != null
                && entry.state() == ArtifactState.LIVE
                && planned.body() != null
                && entry.artifact().sha256().equals(planned.body().sha256());
    }

    /** The live declaration of a list whose entries are published on their own. Fails where there is none of that name. */
    public static ListPlan required(LiveSet live, String list) {
        LiveSet.Entry entry = live.get(new ArtifactName(ArtifactKind.LIST, Slug.of(list)));
        ListPlan plan = entry == null || !entry.artifact().title().equals(list) ? null : declared(entry);
        if (plan == null) {
            throw new ProblemException(ProblemCode.LIST_UNKNOWN, "No list named '" + list + "' is declared")
                    .help(help(live, list));
        } else if (!plan.published()) {
            throw new ProblemException(
                            ProblemCode.LIST_UNKNOWN, "The entries of list @" + list + " stand in its declaration")
                    .help("publish the declaration, or first one that says: list @" + list + " of "
                            + plan.element().text());
        }
        return plan;
    }

    private static @Nullable ListPlan declared(LiveSet.Entry entry) {
        Source source = new Source(
                entry.name().toString(), String.valueOf(entry.artifact().text()));
        return RuleCompiler.compile(List.of(source)).environment().lists().values().stream()
                .findFirst()
                .orElse(null);
    }

    /** All that are live, by name. */
    public static List<ListPlan> published(LiveSet live) {
        return live.of(ArtifactKind.LIST)
                .map(ListPlanning::declared)
                .filter(plan -> plan != null && plan.published())
                .toList();
    }

    private static String help(LiveSet live, String list) {
        String declared = published(live).stream().map(ListPlan::name).collect(Collectors.joining(", "));
        String publish = "publish its declaration first: list @" + list + " of text";
        return declared.isEmpty() ? publish : publish + "; declared are: " + declared;
    }

    /** A changed declaration must still fit the entries that are live, or the rules that read them would not load. */
    static void requireEntriesFit(LiveSet live, Set<ArtifactName> retired, PackCheck check) {
        for (ListPlan list : check.compilation().environment().lists().values()) {
            String slug = Slug.of(list.name());
            LiveSet.Entry entry = live.get(new ArtifactName(ArtifactKind.ENTRIES, slug));
            boolean declared = check.declared().containsKey(new ArtifactName(ArtifactKind.LIST, slug));
            byte[] json = entry == null ? null : entry.artifact().content();
            if (declared && list.published() && entry != null && json != null && !retired.contains(entry.name())) {
                ListEntries entries = ListEntries.read(json, list.element());
                if (!entries.problems().isEmpty()) {
                    throw invalid("The live entries do not fit the new declaration of list @" + list.name(), entries)
                            .help("retire them in the same publish (\"entries/" + slug + "\"), then put others");
                }
            }
        }
    }

    private static ProblemException invalid(String message, ListEntries entries) {
        return new ProblemException(ProblemCode.LIST_INVALID, message)
                .detail(
                        ProblemDetails.PROBLEMS,
                        entries.problems().stream()
                                .map(problem -> Map.of("code", "entry", "message", problem))
                                .toList());
    }
}
