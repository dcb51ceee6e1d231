package io.weir.admin.publish;

import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Release;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * From which event time on a release counts, in milliseconds; empty for since always. Never before the release ahead of it, nor
 * before what was asked for.
 */
final class EffectiveFrom {

    private EffectiveFrom() {}

    /**
     * With engines that have answered: right after the latest event that any of them has evaluated.
     *
     * @param watermark the highest answered; empty where none has evaluated anything
     */
    static OptionalLong answered(ControlState state, String tenant, @Nullable Long requested, OptionalLong watermark) {
        Long after = watermark.isPresent() ? watermark.getAsLong() + 1 : null;
        // Before its first release a tenant has no streams: no event of it can have been evaluated.
        return latest(parent(state, tenant), requested, state.epoch(tenant) == 0 ? null : after);
    }

    /**
     * With no engine running. Where one has stopped, it has evaluated events up to a watermark that nobody can ask it for; no later
     * than now, as events seldom come from the future. So a later release that asks for nothing else counts from now, and a replay
     * evaluates older events by the rules that were live then. Whoever knows better asks for another time.
     */
    static OptionalLong unwatched(ControlState state, String tenant, @Nullable Long requested, Instant now) {
        Long otherwise = state.epoch(tenant) == 0 ? null : Long.valueOf(now.toEpochMilli());
        return latest(parent(state, tenant), requested == null ? otherwise : requested);
    }

    private static @Nullable Long parent(ControlState state, String tenant) {
        List<Release> releases = state.releases(tenant);
        return releases.isEmpty() ? null : releases.get(releases.size() - 1).effectiveFrom();
    }

    private static OptionalLong latest(@Nullable Long... times) {
        OptionalLong latest = OptionalLong.empty();
        for (Long time : times) {
            if (time != null && (latest.isEmpty() || time > latest.getAsLong())) {
                latest = OptionalLong.of(time);
            }
        }
        return latest;
    }
}
