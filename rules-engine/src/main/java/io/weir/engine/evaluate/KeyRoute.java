package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One key spec as rows of one stream meet it: collects the targets that a row passes, then makes its key. */
final class KeyRoute {

    private final long specHash;
    private final int[] slots;
    private final Field[] fields;
    private final KeyCodec codec = new KeyCodec();
    private final long[] passed;
    private final List<List<RuleHealth>> starting;
    private boolean touched;
    private boolean passesOn;

    /** @param targets of the key spec, in all streams */
    KeyRoute(long specHash, KeySpec spec, EpochStream stream, int targets) {
        this.specHash = specHash;
        slots = spec.fieldsIn(stream.schema().name()).stream()
                .mapToInt(field -> stream.schema().slotOf(field))
                .toArray();
        fields = Arrays.stream(slots)
                .mapToObj(slot -> stream.schema().fields().get(slot))
                .toArray(Field[]::new);
        passed = new long[targets + 63 >>> 6];
        starting = new ArrayList<>(Collections.nCopies(targets, List.of()));
    }

    /** Those rules begin with the rows that pass the target. */
    void starts(int target, List<RuleHealth> rules) {
        starting.set(target, List.copyOf(rules));
    }

    /** What was collected is of a row without a key. */
    void missed(long[] collected) {
        for (int word = 0; word < collected.length; word++) {
            for (long bits = collected[word]; bits != 0; bits &= bits - 1) {
                int target = (word << 6) + Long.numberOfTrailingZeros(bits);
                starting.get(target).forEach(RuleHealth::missedKey);
            }
        }
    }

    /** @param carriesRaw whether the target needs the event's bytes as they came */
    void pass(int target, boolean carriesRaw) {
        touched = true;
        passesOn |= carriesRaw;
        passed[target >>> 6] |= 1L << target;
    }

    boolean isTouched() {
        return touched;
    }

    /** Whether a rule among what was collected passes the event on. */
    boolean passesOn() {
        return passesOn;
    }

    /** What was collected, and forgets it. */
    long[] take() {
        touched = false;
        passesOn = false;
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
