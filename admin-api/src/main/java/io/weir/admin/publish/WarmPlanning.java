package io.weir.admin.publish;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import java.util.ArrayList;
import java.util.List;

/** Lets the new rules of a plan begin in shadow. */
final class WarmPlanning {

    private WarmPlanning() {}

    static Checked of(LiveSet live, Checked checked) {
        List<Planned> plan = new ArrayList<>();
        for (Planned planned : checked.plan()) {
            if (isInShadow(live, planned)) {
                continue;
            }
            boolean newText = planned.name().kind() == ArtifactKind.RULE && planned.body() != null;
            if (newText) {
                requireSilent(live, planned);
            }
            plan.add(newText ? planned.warmStarted() : planned);
        }
        return new Checked(checked.diagnostics(), plan, checked.topics(), checked.declared());
    }

    /** The same text, whose windows are being filled. */
    private static boolean isInShadow(LiveSet live, Planned planned) {
        LiveSet.Entry entry = live.get(planned.name());
        return entry != null && entry.state() == ArtifactState.SHADOW && planned.body() == null;
    }

    /** In shadow a rule does not act: one that is live would fall silent until its windows are full. */
    private static void requireSilent(LiveSet live, Planned planned) {
        LiveSet.Entry entry = live.get(planned.name());
        if (entry != null && entry.state() != ArtifactState.SHADOW) {
            throw new ProblemException(
                            ProblemCode.INVALID_REQUEST,
                            "Rule '" + entry.artifact().title()
                                    + "' is in force already: a warm start would silence it meanwhile")
                    .help("publish it as it is, and it keeps the windows that it still has; or give the new one another"
                            + " name, and retire the old one when the new one is live");
        }
    }
}
