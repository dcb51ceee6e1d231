package io.weir.engine.operator;

import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.engine.evaluate.Epoch;
import io.weir.engine.evaluate.EpochCompiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The epochs that one task has at hand: the latest of each tenant, and older ones for as long as event time allows an event of
 * theirs. Older ones are compiled when an event asks for them.
 */
final class Epochs {

    private final ControlState control;
    private final EpochCompiler compiler;
    private final Map<String, TreeMap<Long, Epoch>> loaded = new HashMap<>();
    private final Map<String, Epoch> latest = new HashMap<>();

    Epochs(ControlState control, EpochCompiler compiler) {
        this.control = control;
        this.compiler = compiler;
    }

    /** Compiles a tenant's latest release; to be called whenever one has arrived. */
    void loadLatest(String tenant) {
        Epoch epoch = numbered(tenant, control.epoch(tenant));
        if (epoch != null) {
            latest.put(tenant, epoch);
        }
    }

    /** Compiles what a publish would bring, so that its release costs little. */
    void prepare(Prepare prepare) {
        compiler.prepare(control, prepare);
    }

    /** The epoch to which events of that time belong: the latest that is effective then; null before the first. */
    @Nullable
    Epoch effectiveAt(String tenant, long time) {
        Epoch newest = latest.get(tenant);
        if (newest != null && newest.effectiveFrom() <= time) {
            return newest;
        }
        Release release = releaseAt(tenant, time);
        return release == null ? null : numbered(tenant, release.epoch());
    }

    /** Null while its release has not arrived. */
    @Nullable
    Epoch numbered(String tenant, long number) {
        TreeMap<Long, Epoch> known = loaded.computeIfAbsent(tenant, any -> new TreeMap<>());
        Epoch epoch = known.get(number);
        if (epoch != null) {
            return epoch;
        }
        Release release = control.release(tenant, number);
        if (release == null) {
            return null;
        }
        Epoch compiled = compiler.compile(control, release);
        known.put(number, compiled);
        return compiled;
    }

    private @Nullable Release releaseAt(String tenant, long time) {
        List<Release> releases = control.releases(tenant);
        for (int i = releases.size() - 1; i >= 0; i--) {
            if (releases.get(i).effectiveFromMillis() <= time) {
                return releases.get(i);
            }
        }
        return null;
    }

    /** Lets go of epochs that no event above the watermark can belong to. */
    void forgetUpTo(long watermark) {
        loaded.forEach((tenant, epochs) -> {
            if (epochs.size() > 1) {
                forgetUpTo(tenant, epochs, watermark);
            }
        });
    }

    private void forgetUpTo(String tenant, TreeMap<Long, Epoch> epochs, long watermark) {
        Release needed = releaseAt(tenant, watermark == Long.MAX_VALUE ? watermark : watermark + 1);
        if (needed != null && epochs.firstKey() < needed.epoch()) {
            epochs.headMap(needed.epoch()).clear();
            compiler.forgetBefore(tenant, needed.epoch());
        }
    }

    int size() {
        return loaded.values().stream().mapToInt(Map::size).sum();
    }
}
