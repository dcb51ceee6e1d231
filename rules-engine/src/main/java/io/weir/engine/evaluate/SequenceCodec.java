package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sequence's state as bytes: name, bounds, the rows that are named, each once, then the attempts, whose rows are places among
 * those. The form is stored, so it never changes; a newer one takes another version of {@link KeyStateCodec}.
 */
final class SequenceCodec {

    private static final int WAITS = 1;
    private static final int REMEMBERS_PREVIOUS = 2;

    private SequenceCodec() {}

    static void write(SequenceState state, DataOutput out) throws IOException {
        SequenceState.Bounds bounds = state.bounds();
        out.writeLong(state.name());
        Varints.write(out, bounds.within());
        out.writeByte((bounds.waits() ? WAITS : 0) | (bounds.remembersPrevious() ? REMEMBERS_PREVIOUS : 0));
        Varints.write(out, state.rows);
        Map<byte[], Integer> places = new IdentityHashMap<>();
        List<byte[]> rows = rows(state, places);
        Varints.write(out, rows.size());
        for (byte[] row : rows) {
            Varints.write(out, row.length);
            out.write(row);
        }
        Varints.write(out, place(state.previous(), places));
        Varints.write(out, state.attempts.size());
        for (Attempt attempt : state.attempts) {
            write(attempt, places, out);
        }
    }

    private static List<byte[]> rows(SequenceState state, Map<byte[], Integer> places) {
        List<byte[]> rows = new ArrayList<>();
        add(state.previous(), rows, places);
        for (Attempt attempt : state.attempts) {
            for (byte[] row : attempt.rows) {
                add(row, rows, places);
            }
            if (attempt.held != null) {
                attempt.held.previous().forEach(row -> add(row, rows, places));
            }
        }
        return rows;
    }

    private static void add(byte @Nullable [] row, List<byte[]> rows, Map<byte[], Integer> places) {
        if (row != null && places.putIfAbsent(row, rows.size() + 1) == null) {
            rows.add(row);
        }
    }

    private static int place(byte @Nullable [] row, Map<byte[], Integer> places) {
        return row == null ? 0 : places.getOrDefault(row, 0);
    }

    private static void write(Attempt attempt, Map<byte[], Integer> places, DataOutput out) throws IOException {
        Varints.write(out, attempt.begin);
        Varints.writeSigned(out, attempt.since);
        Varints.write(out, attempt.end);
        Varints.writeSigned(out, attempt.resume);
        Varints.writeSigned(out, attempt.step);
        Varints.write(out, attempt.count);
        Varints.write(out, attempt.blocked == Attempt.OPEN ? 0 : attempt.blocked + 1L);
        out.writeBoolean(attempt.waiting);
        Varints.writeSigned(out, attempt.tier);
        HeldValues held = attempt.held;
        out.writeBoolean(held != null);
        if (held != null) {
            write(held, places, out);
        }
        Varints.write(out, attempt.rows.length);
        for (byte[] row : attempt.rows) {
            Varints.write(out, place(row, places));
        }
        Varints.write(out, attempt.totals.length);
        for (StepTotal total : attempt.totals) {
            StepTotalCodec.write(total, out);
        }
    }

    private static void write(HeldValues held, Map<byte[], Integer> places, DataOutput out) throws IOException {
        Varints.write(out, held.values().size());
        for (byte[] value : held.values()) {
            Varints.write(out, value.length);
            out.write(value);
        }
        Varints.write(out, held.previous().size());
        for (byte[] row : held.previous()) {
            Varints.write(out, place(row, places));
        }
    }

    static SequenceState read(DataInput in) throws IOException {
        long name = in.readLong();
        long within = Varints.read(in);
        int flags = in.readByte();
        SequenceState.Bounds bounds =
                new SequenceState.Bounds(within, (flags & WAITS) != 0, (flags & REMEMBERS_PREVIOUS) != 0);
        SequenceState state = new SequenceState(name, bounds);
        state.rows = Varints.read(in);
        byte[][] rows = new byte[Varints.readCount(in) + 1][];
        for (int i = 1; i < rows.length; i++) {
            rows[i] = new byte[Varints.readCount(in)];
            in.readFully(rows[i]);
        }
        state.setPrevious(rows[Varints.readCount(in)]);
        for (int i = Varints.readCount(in); i > 0; i--) {
            state.attempts.add(read(in, rows));
        }
        state.setUntold(state.attempts.stream().anyMatch(Attempt::isMatch));
        return state;
    }

    private static Attempt read(DataInput in, byte[] @Nullable [] rows) throws IOException {
        long begin = Varints.read(in);
        long since = Varints.readSigned(in);
        long end = Varints.read(in);
        long resume = Varints.readSigned(in);
        int step = (int) Varints.readSigned(in);
        int count = Varints.readCount(in);
        int blocked = Varints.readCount(in);
        boolean waiting = in.readBoolean();
        int tier = (int) Varints.readSigned(in);
        HeldValues held = in.readBoolean() ? readHeld(in, rows) : null;
        byte[][] named = new byte[Varints.readCount(in)][];
        for (int i = 0; i < named.length; i++) {
            named[i] = rows[Varints.readCount(in)];
        }
        StepTotal[] totals = new StepTotal[Varints.readCount(in)];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = StepTotalCodec.read(in);
        }
        Attempt attempt = new Attempt(begin, since, named, totals);
        attempt.end = end;
        attempt.resume = resume;
        attempt.step = step;
        attempt.count = count;
        attempt.blocked = blocked == 0 ? Attempt.OPEN : blocked - 1;
        attempt.waiting = waiting;
        attempt.tier = tier;
        attempt.held = held;
        return attempt;
    }

    private static HeldValues readHeld(DataInput in, byte[] @Nullable [] rows) throws IOException {
        List<byte[]> values = new ArrayList<>();
        for (int i = Varints.readCount(in); i > 0; i--) {
            byte[] value = new byte[Varints.readCount(in)];
            in.readFully(value);
            values.add(value);
        }
        List<byte @Nullable []> previous = new ArrayList<>();
        for (int i = Varints.readCount(in); i > 0; i--) {
            previous.add(rows[Varints.readCount(in)]);
        }
        return new HeldValues(values, previous);
    }
}
