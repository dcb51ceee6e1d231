package io.weir.admin.publish;

import io.weir.admin.access.Actor;
import io.weir.dsl.contract.ArtifactKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * On what terms someone publishes.
 *
 * @param requestedFrom in milliseconds of event time: not effective before it
 * @param expectedEpoch what must be the latest epoch; null for whatever it is
 * @param mayChange throws for what whoever publishes may not change
 * @param whenSeen where an engine does not answer: release all the same, effective when each task sees it
 */
public record Terms(
        String tenant,
        Actor actor,
        Consumer<ArtifactKind> mayChange,
        String why,
        @Nullable Long requestedFrom,
        @Nullable Long expectedEpoch,
        boolean whenSeen) {

    /** The server's own, whatever the epoch. */
    static Terms ofServer(String tenant, String why) {
        return new Terms(tenant, Actor.SERVER, any -> {}, why, null, null, false);
    }
}
