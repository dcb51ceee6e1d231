package io.weir.admin.publish;

import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;

/**
 * What a publish comes to on a live set.
 *
 * @param diagnostics of the sources; warnings alone where it may go on
 * @param topics that must be there before the plan is released
 * @param declared what the sources declare, changed or not
 */
record Checked(List<Diagnostic> diagnostics, List<Planned> plan, Set<String> topics, Set<ArtifactName> declared) {

    Checked(List<Diagnostic> diagnostics, List<Planned> plan, Set<String> topics) {
        this(diagnostics, plan, topics, Set.of());
    }

    Checked {
        diagnostics = List.copyOf(diagnostics);
        plan = List.copyOf(plan);
        topics = Set.copyOf(topics);
        declared = Set.copyOf(declared);
    }
}
