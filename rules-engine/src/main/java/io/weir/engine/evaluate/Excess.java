package io.weir.engine.evaluate;

import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.contract.StatusReport.Exceeded;
import org.jspecify.annotations.Nullable;

/** What a rule took more of than it may. */
final class Excess {

    private long slow;
    private @Nullable String lastSlow;
    private long dropped;
    private int most;
    private @Nullable Key lastKey;
    private long lastTime;

    void slow(String reason) {
        slow++;
        lastSlow = reason;
    }

    /** Happens for each event of such a key, so words are found when they are asked for. */
    void dropped(Key key, int mostEntries, long time) {
        dropped++;
        most = mostEntries;
        lastKey = key;
        lastTime = time;
    }

    /** Null for nothing. */
    @Nullable
    Exceeded status() {
        return slow == 0 && dropped == 0 ? null : new Exceeded(slow, lastSlow, dropped, lastDropped());
    }

    private @Nullable String lastDropped() {
        return lastKey == null
                ? null
                : "more than " + most + " events of " + KeyCodec.text(lastKey) + " in a window, at "
                        + AlertJson.time(lastTime);
    }
}
