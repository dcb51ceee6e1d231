package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a key's state as bytes: its kind, then what it holds. Kinds and forms are stored, so they never change. */
final class PartCodec {

    private static final int SERIES = 0;
    private static final int RECENT_ROWS = 1;
    private static final int SESSION = 2;
    private static final int SEEN = 3;
    private static final int TREND = 4;
    private static final int WAITING = 5;
    private static final int SEQUENCE = 6;
    private static final int PANES = 7;
    /** What there is besides where events do not come in order. */
    private static final int SESSIONS = 8;

    private static final int SEEN_AHEAD = 9;
    private static final int WAITING_AND_FOLLOWERS = 10;
    private static final int SKETCHES = 11;

    private PartCodec() {}

    static void write(KeyPart part, DataOutput out) throws IOException {
        if (part instanceof KeySeries series) {
            out.writeByte(SERIES);
            SeriesCodec.write(series, out);
        } else if (part instanceof RecentRows rows) {
            out.writeByte(RECENT_ROWS);
            write(rows, out);
        } else if (part instanceof Session session) {
            out.writeByte(session.isOneWithoutBeginning() ? SESSION : SESSIONS);
            write(session, out);
        } else if (part instanceof Seen seen) {
            out.writeByte(seen.size() > 1 ? SEEN_AHEAD : SEEN);
            write(seen, out);
        } else if (part instanceof TrendRun run) {
            out.writeByte(TREND);
            write(run, out);
        } else if (part instanceof Waiting waiting) {
            out.writeByte(waiting.followers().isEmpty() ? WAITING : WAITING_AND_FOLLOWERS);
            write(waiting, out);
        } else if (part instanceof SequenceState sequence) {
            out.writeByte(SEQUENCE);
            SequenceCodec.write(sequence, out);
        } else if (part instanceof PanedSeries panes) {
            out.writeByte(PANES);
            SeriesCodec.write(panes, out);
        } else if (part instanceof SketchPanes sketches) {
            out.writeByte(SKETCHES);
            SketchCodec.write(sketches, out);
        } else {
            throw new IllegalStateException("A part that cannot be stored: " + part.getClass() + " (DEVELOPER)");
        }
    }

    static KeyPart read(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case SERIES -> SeriesCodec.read(in);
            case RECENT_ROWS -> readRows(in);
            case SESSION -> readSession(in);
            case SEEN -> readSeen(in, false);
            case TREND -> readTrend(in);
            case WAITING -> readWaiting(in);
            case SEQUENCE -> SequenceCodec.read(in);
            case PANES -> SeriesCodec.readPanes(in);
            case SESSIONS -> readSessions(in);
            case SEEN_AHEAD -> readSeen(in, true);
            case WAITING_AND_FOLLOWERS -> readFollowers(in, readWaiting(in));
            case SKETCHES -> SketchCodec.read(in);
            default ->
                throw new IOException("A part of kind " + kind
                        + " in a key's state (OPERATOR: run the program that wrote it, or a newer one)");
        };
    }

    private static void write(RecentRows rows, DataOutput out) throws IOException {
        out.writeLong(rows.name());
        Varints.write(out, rows.retention());
        Varints.write(out, rows.size());
        for (byte[] row : rows.oldestFirst()) {
            writeBytes(row, out);
        }
    }

    private static RecentRows readRows(DataInput in) throws IOException {
        RecentRows rows = new RecentRows(in.readLong(), Varints.read(in));
        for (int i = Varints.readCount(in); i > 0; i--) {
            rows.restore(readBytes(in));
        }
        return rows;
    }

    /** One at most, without its beginning. */
    private static Session readSession(DataInput in) throws IOException {
        Session session = new Session(in.readLong(), Varints.read(in));
        session.restore(in.readLong());
        return session;
    }

    private static void write(Session session, DataOutput out) throws IOException {
        out.writeLong(session.name());
        Varints.write(out, session.gap());
        if (session.isOneWithoutBeginning()) {
            out.writeLong(session.last(0));
            return;
        }
        Varints.write(out, session.size());
        for (int i = 0; i < session.size(); i++) {
            out.writeLong(session.first(i));
            out.writeLong(session.last(i));
        }
    }

    private static Session readSessions(DataInput in) throws IOException {
        Session session = new Session(in.readLong(), Varints.read(in));
        for (int i = Varints.readCount(in); i > 0; i--) {
            session.restore(in.readLong(), in.readLong());
        }
        return session;
    }

    private static void write(Seen seen, DataOutput out) throws IOException {
        out.writeLong(seen.name());
        Varints.write(out, seen.every());
        Varints.write(out, seen.window());
        if (seen.size() <= 1) {
            out.writeLong(seen.last());
            return;
        }
        Varints.write(out, seen.size());
        for (int i = 0; i < seen.size(); i++) {
            out.writeLong(seen.time(i));
        }
    }

    private static Seen readSeen(DataInput in, boolean ahead) throws IOException {
        Seen seen = new Seen(in.readLong(), Varints.read(in), Varints.read(in));
        for (int i = ahead ? Varints.readCount(in) : 1; i > 0; i--) {
            seen.restore(in.readLong());
        }
        return seen;
    }

    private static void write(TrendRun run, DataOutput out) throws IOException {
        out.writeLong(run.name());
        Varints.write(out, run.capacity());
        Varints.write(out, run.retention());
        writeNullable(run.lastValue(), out);
        out.writeLong(run.lastTime());
        long[] times = run.times();
        Varints.write(out, times.length);
        for (long time : times) {
            Varints.writeSigned(out, run.lastTime() - time);
        }
    }

    private static TrendRun readTrend(DataInput in) throws IOException {
        TrendRun run = new TrendRun(in.readLong(), Varints.readCount(in), Varints.read(in));
        byte[] value = readNullable(in);
        long last = in.readLong();
        long[] times = new long[Varints.readCount(in)];
        for (int i = 0; i < times.length; i++) {
            times[i] = last - Varints.readSigned(in);
        }
        run.restore(value, last, times);
        return run;
    }

    private static void write(Waiting waiting, DataOutput out) throws IOException {
        out.writeLong(waiting.name());
        Varints.write(out, waiting.triggers().size());
        for (Waiting.Trigger trigger : waiting.triggers()) {
            Varints.write(out, trigger.revision());
            out.writeLong(trigger.deadline());
            writeBytes(trigger.row(), out);
            Varints.write(out, trigger.previous().size());
            for (byte[] row : trigger.previous()) {
                writeNullable(row, out);
            }
            Varints.write(out, trigger.values().size());
            for (byte[] value : trigger.values()) {
                writeBytes(value, out);
            }
        }
        if (!waiting.followers().isEmpty()) {
            Varints.write(out, waiting.followers().size());
            for (Waiting.Follower follower : waiting.followers()) {
                Varints.write(out, follower.revision());
                Varints.write(out, follower.index());
                writeBytes(follower.row(), out);
            }
        }
    }

    private static Waiting readFollowers(DataInput in, Waiting waiting) throws IOException {
        for (int i = Varints.readCount(in); i > 0; i--) {
            waiting.add(new Waiting.Follower(Varints.readCount(in), Varints.readCount(in), readBytes(in)));
        }
        return waiting;
    }

    private static Waiting readWaiting(DataInput in) throws IOException {
        Waiting waiting = new Waiting(in.readLong());
        for (int i = Varints.readCount(in); i > 0; i--) {
            int revision = Varints.readCount(in);
            long deadline = in.readLong();
            byte[] row = readBytes(in);
            List<byte @Nullable []> previous = new ArrayList<>();
            for (int j = Varints.readCount(in); j > 0; j--) {
                previous.add(readNullable(in));
            }
            List<byte[]> values = new ArrayList<>();
            for (int j = Varints.readCount(in); j > 0; j--) {
                values.add(readBytes(in));
            }
            waiting.add(new Waiting.Trigger(revision, deadline, row, previous, values));
        }
        return waiting;
    }

    private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        Varints.write(out, bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[Varints.readCount(in)];
        in.readFully(bytes);
        return bytes;
    }

    private static void writeNullable(byte @Nullable [] bytes, DataOutput out) throws IOException {
        out.writeBoolean(bytes != null);
        if (bytes != null) {
            writeBytes(bytes, out);
        }
    }

    private static byte @Nullable [] readNullable(DataInput in) throws IOException {
        return in.readBoolean() ? readBytes(in) : null;
    }
}
