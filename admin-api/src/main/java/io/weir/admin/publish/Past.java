package io.weir.admin.publish;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.InForce;
import io.weir.dsl.contract.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A release, with what each of its changes replaced. */
public record Past(Release release, List<Step> steps) {

    /**
     * One change of it.
     *
     * @param title as its author wrote it then
     * @param was what had been in force; null where nothing had
     */
    public record Step(
            Change change, String title, @Nullable Change was) {}

    public Past {
        steps = List.copyOf(steps);
    }

    /** The last releases, the latest first. Time grows with all of the tenant's changes. */
    public static List<Past> last(ControlState state, String tenant, int count) {
        return from(state, tenant, Math.max(1, state.epoch(tenant) - count + 1), state.epoch(tenant));
    }

    public static Optional<Past> at(ControlState state, String tenant, long epoch) {
        return from(state, tenant, epoch, epoch).stream().findFirst();
    }

    private static List<Past> from(ControlState state, String tenant, long first, long last) {
        List<Past> pasts = new ArrayList<>();
        InForce inForce = new InForce();
        for (Release release : state.releases(tenant)) {
            if (release.epoch() > last) {
                break;
            }
            if (release.epoch() >= first) {
                pasts.add(0, of(state, release, inForce));
            }
            inForce.apply(release);
        }
        return pasts;
    }

    private static Past of(ControlState state, Release release, InForce inForce) {
        List<Step> steps = release.changes().stream()
                .map(change -> new Step(change, title(state, release, change), inForce.before(change)))
                .toList();
        return new Past(release, steps);
    }

    private static String title(ControlState state, Release release, Change change) {
        Artifact artifact = state.artifact(change.id(release.tenant()));
        return artifact == null ? change.name() : artifact.title();
    }
}
