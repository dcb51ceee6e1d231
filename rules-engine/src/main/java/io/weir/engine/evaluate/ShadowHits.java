package io.weir.engine.evaluate;

import io.weir.dsl.contract.StatusReport.Shadow;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When a revision would have acted, had it not been in shadow. */
final class ShadowHits {

    private final Map<Integer, Comparison> comparisons = new TreeMap<>();
    private long hits;
    private long lastAt;
    private @Nullable Key lastKey;

    void hit(@Nullable Key key, long time) {
        hits++;
        lastKey = key;
        lastAt = time;
    }

    /** With that live revision. */
    Comparison comparedWith(int revision) {
        return comparisons.computeIfAbsent(revision, Comparison::new);
    }

    /**
     * Null where there is nothing to tell.
     *
     * @param live the revision beside it; 0 for none
     */
    @Nullable
    Shadow status(int live) {
        Comparison comparison = comparisons.get(live);
        return hits == 0 && comparison == null
                ? null
                : new Shadow(
                        hits,
                        lastKey == null ? null : KeyCodec.text(lastKey),
                        hits == 0 ? null : lastAt,
                        comparison == null ? null : comparison.status());
    }
}
