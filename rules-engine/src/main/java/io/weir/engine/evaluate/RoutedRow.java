package io.weir.engine.evaluate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way to one key.
 *
 * @param passed which targets of the key's spec in that epoch it is for, as a bit set
 * @param raw the event's bytes as they came, where a rule may pass it on; otherwise null
 */
public record RoutedRow(Key key, String tenant, long epoch, long[] passed, Row row, byte @Nullable [] raw) {

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutedRow routed
                && key.equals(routed.key)
                && tenant.equals(routed.tenant)
                && epoch == routed.epoch
                && Arrays.equals(passed, routed.passed)
                && row.equals(routed.row)
                && Arrays.equals(raw, routed.raw);
    }

    @Override
    public int hashCode() {
        return row.hashCode();
    }

    @Override
    public String toString() {
        return "RoutedRow(" + key + ", " + tenant + "/" + epoch + ", " + Arrays.toString(passed) + ", " + row + ")";
    }
}
