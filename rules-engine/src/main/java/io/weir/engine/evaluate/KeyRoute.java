package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One key spec as rows of one stream meet it: collects the targets that a row passes, then makes its key. */
final class KeyRoute {

    private final long specHash;
    private final int[] slots;
    private final Field[] fields;
    private final KeyCodec codec = new KeyCodec();
    private final long[] passed;
    private boolean touched;

    /** @param targets of the key spec, in all streams */
    KeyRoute(long specHash, KeySpec spec, EpochStream stream, int targets) {
        this.specHash = specHash;
        slots = spec.parts().stream()
                .mapToInt(part -> stream.schema().slotOf(part.field()))
                .toArray();
        fields = Arrays.stream(slots)
                .mapToObj(slot -> stream.schema().fields().get(slot))
                .toArray(Field[]::new);
        passed = new long[targets + 63 >>> 6];
    }

    void pass(int target) {
        touched = true;
        passed[target >>> 6] |= 1L << target;
    }

    boolean isTouched() {
        return touched;
    }

    /** What was collected, and forgets it. */
    long[] take() {
        touched = false;
        long[] taken = passed.clone();
        Arrays.fill(passed, 0);
        return taken;
    }

    /** Null where a part of it is missing. */
    @Nullable
    Key keyOf(Row row) {
        codec.begin();
        for (int i = 0; i < slots.length; i++) {
            if (!isPresent(row, slots[i], fields[i])) {
                return null;
            }
            codec.append(row, slots[i], fields[i].type(), fields[i].currencySlot());
        }
        return new Key(specHash, codec.finish());
    }

    private static boolean isPresent(Row row, int slot, Field field) {
        boolean currencyFromRow = field.type() instanceof Type.Money money && money.currency() == null;
        return row.isPresent(slot) && (!currencyFromRow || row.isPresent(field.currencySlot()));
    }
}
