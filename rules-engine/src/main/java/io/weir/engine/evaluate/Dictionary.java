package io.weir.engine.evaluate;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Byte strings that are kept once each while they are in use: each has a number, which is given anew when its last use has ended. */
final class Dictionary {

    private static final int SMALLEST = 8;

    /** Not known outside, so that nobody can send texts that all collide. */
    private static final long SEED = ThreadLocalRandom.current().nextLong();

    private byte[] @Nullable [] entries = new byte[SMALLEST / 2][];
    private int[] uses = new int[SMALLEST / 2];
    private int[] free = new int[SMALLEST / 2];
    private int freed;
    private int highest;
    /** Each entry's number plus one, at its hash or behind it; 0 where there is none. */
    private int[] table = new int[SMALLEST];

    Dictionary copy() {
        Dictionary copy = new Dictionary();
        copy.entries = entries.clone();
        copy.uses = uses.clone();
        copy.free = free.clone();
        copy.freed = freed;
        copy.highest = highest;
        copy.table = table.clone();
        return copy;
    }

    /** How many there are. */
    int size() {
        return highest - freed;
    }

    /** One past the highest number that is or was in use. */
    int end() {
        return highest;
    }

    /** The number of an entry, or -1. */
    int find(byte[] source, int from, int length) {
        return table[slot(source, from, length)] - 1;
    }

    /** The number of an entry, which is made where there is none; counts a use. */
    int use(byte[] source, int from, int length) {
        int slot = slot(source, from, length);
        int known = table[slot] - 1;
        if (known >= 0) {
            uses[known]++;
            return known;
        }
        int number = freed > 0 ? free[--freed] : add();
        entries[number] = Arrays.copyOfRange(source, from, from + length);
        uses[number] = 1;
        table[slot] = number + 1;
        if (size() * 2 > table.length) {
            rehash();
        }
        return number;
    }

    private int add() {
        if (highest == entries.length) {
            entries = Arrays.copyOf(entries, highest * 2);
            uses = Arrays.copyOf(uses, highest * 2);
            free = Arrays.copyOf(free, highest * 2);
        }
        return highest++;
    }

    /** Ends a use. */
    void release(int number) {
        if (--uses[number] == 0) {
            byte[] entry = get(number);
            remove(slot(entry, 0, entry.length));
            entries[number] = null;
            free[freed++] = number;
        }
    }

    /** The same for equal entries of any dictionary, until the program ends. */
    int hash(int number) {
        byte[] entry = get(number);
        return StableHash.of(SEED, entry, 0, entry.length);
    }

    byte[] get(int number) {
        byte[] entry = entries[number];
        if (entry == null) {
            throw new IllegalStateException("Entry " + number + " is not in use (DEVELOPER)");
        }
        return entry;
    }

    /** Where the entry is, or would be. */
    private int slot(byte[] source, int from, int length) {
        int slot = StableHash.of(SEED, source, from, length) & table.length - 1;
        while (table[slot] != 0) {
            byte[] entry = get(table[slot] - 1);
            if (Arrays.equals(entry, 0, entry.length, source, from, from + length)) {
                return slot;
            }
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    /** Closes the gap, so that those behind it are still found. */
    private void remove(int slot) {
        int mask = table.length - 1;
        int gap = slot;
        for (int next = slot + 1 & mask; table[next] != 0; next = next + 1 & mask) {
            byte[] entry = get(table[next] - 1);
            int home = StableHash.of(SEED, entry, 0, entry.length) & mask;
            if ((next - home & mask) >= (next - gap & mask)) {
                table[gap] = table[next];
                gap = next;
            }
        }
        table[gap] = 0;
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int number = 0; number < highest; number++) {
            byte[] entry = entries[number];
            if (entry != null) {
                table[slot(entry, 0, entry.length)] = number + 1;
            }
        }
    }
}
