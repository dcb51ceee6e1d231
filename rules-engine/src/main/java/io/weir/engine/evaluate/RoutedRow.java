package io.weir.engine.evaluate;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way to one key.
 *
 * @param passed which targets of the key's spec in that epoch it is for, as a bit set
 * @param raw the event's bytes as they came, where a rule may pass it on; otherwise null
 * @param fill null but for a row of the past
 */
public record RoutedRow(
        Key key,
        String tenant,
        long epoch,
        long[] passed,
        Row row,
        byte @Nullable [] raw,
        @Nullable Fill fill) {

    private static final long[] NO_TARGETS = {};
    private static final Row NO_ROW = new Row(new byte[Row.HEADER]);

    public RoutedRow(Key key, String tenant, long epoch, long[] passed, Row row, byte @Nullable [] raw) {
        this(key, tenant, epoch, passed, row, raw, null);
    }

    /** Behind the last row of a backfill. Its key only leads it to a task. */
    public static RoutedRow endOf(Fill fill, String tenant, long epoch, Key key) {
        return new RoutedRow(key, tenant, epoch, NO_TARGETS, NO_ROW, null, fill);
    }

    /** Whether all rows of its backfill have come before it. */
    public boolean isEndOfFill() {
        return fill != null && passed.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutedRow routed
                && key.equals(routed.key)
                && tenant.equals(routed.tenant)
                && epoch == routed.epoch
                && Arrays.equals(passed, routed.passed)
                && row.equals(routed.row)
                && Arrays.equals(raw, routed.raw)
                && Objects.equals(fill, routed.fill);
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
