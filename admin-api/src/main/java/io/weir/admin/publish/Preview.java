package io.weir.admin.publish;

import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import org.jspecify.annotations.Nullable;

/**
 * A change that a publish would make.
 *
 * @param revision the one that is in force; null where it would be a new one
 * @param percent of a rule's keys; null for all
 * @param candidate whether it stands beside what is in force
 * @param was what is in force now; null where nothing is
 */
public record Preview(
        ArtifactName name,
        String title,
        @Nullable Integer revision,
        ArtifactState state,
        @Nullable Integer percent,
        boolean candidate,
        LiveSet.@Nullable Entry was) {

    static Preview of(LiveSet live, Planned planned) {
        LiveSet.Entry was = planned.candidate() ? live.candidate(planned.name()) : live.get(planned.name());
        Planned.Body body = planned.body();
        String title =
                body != null ? body.title() : was == null ? "" : was.artifact().title();
        Integer revision = body == null && was != null
                ? Integer.valueOf(was.artifact().id().revision())
                : null;
        return new Preview(
                planned.name(), title, revision, planned.state(), planned.percent(), planned.candidate(), was);
    }
}
