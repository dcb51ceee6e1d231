package io.weir.engine.operator;

import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.StatusReport.Prepared;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a route task has promised to publishes that are between their two phases. It answered each with its watermark; until the
 * release, no event above that watermark may be evaluated, or one publish would divide the stream in two places.
 */
final class PublishHolds {

    /** Past the server's own deadline by so much, a hold ends by itself: the server is gone. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final Map<String, Hold> holds = new TreeMap<>();

    private record Hold(Prepare prepare, long answered, boolean holds) {

        long cap() {
            Long requested = prepare.requestedFrom();
            return !holds ? Long.MAX_VALUE : requested == null ? answered : Math.max(answered, requested - 1);
        }

        Prepared answer() {
            Long watermark = answered == Long.MIN_VALUE ? null : answered;
            return new Prepared(prepare.tenant(), prepare.epoch(), prepare.writeId(), watermark);
        }

        Hold ended() {
            return new Hold(prepare, answered, false);
        }

        Instant end() {
            return prepare.deadline().plus(GRACE);
        }
    }

    /**
     * Brings the tenant's hold in line with its pending publish.
     *
     * @param watermark up to which events have been evaluated
     * @param holdsEvents false for a tenant whose events this engine does not evaluate, or does not let wait: it answers alone
     * @return true where a new answer is to be told
     */
    boolean follow(String tenant, @Nullable Prepare pending, long watermark, boolean holdsEvents) {
        if (pending == null) {
            holds.remove(tenant);
            return false;
        }
        Hold known = holds.get(tenant);
        if (known != null && known.prepare().writeId().equals(pending.writeId())) {
            return false;
        }
        holds.put(tenant, new Hold(pending, watermark, holdsEvents));
        return true;
    }

    /** Ends holds that nobody will end any more, and says which. */
    List<String> expire(Instant now) {
        List<String> ended = new ArrayList<>();
        holds.replaceAll((tenant, hold) -> {
            if (!hold.holds() || now.isBefore(hold.end())) {
                return hold;
            }
            ended.add("the publish of epoch " + hold.prepare().epoch() + " of " + tenant
                    + " was neither committed nor aborted; events no longer wait for it");
            return hold.ended();
        });
        return ended;
    }

    /** Event time may go so far and no further; {@code Long.MAX_VALUE}: as it likes. */
    long cap() {
        long cap = Long.MAX_VALUE;
        for (Hold hold : holds.values()) {
            cap = Math.min(cap, hold.cap());
        }
        return cap;
    }

    List<Prepared> answers() {
        return holds.values().stream().map(Hold::answer).toList();
    }
}
