package io.weir.engine.evaluate;

import io.weir.dsl.plan.GeoPoint;
import io.weir.dsl.plan.MoneyAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Builds rows, one after the other; fields that are not set are missing, a field set twice keeps the later value. */
public final class RowWriter {

    /** In the place of a slot: the next entry of the list that was begun. */
    static final int ENTRY = -1;

    private static final long COMPACT_MAX = (1L << 55) - 1;
    private static final long COMPACT_MIN = -(1L << 55);

    private final int schemaId;
    private final int variablePart;
    private byte[] buffer;
    private int end;
    private long[] entries = new long[8];
    private int entryCount;

    public RowWriter(int schemaId, int fields) {
        this.schemaId = schemaId;
        this.variablePart = fields == 0 ? Row.HEADER : Row.fieldAt(fields - 1) + 8;
        this.buffer = new byte[variablePart + 256];
        this.end = variablePart;
    }

    public RowWriter begin() {
        Arrays.fill(buffer, Row.HEADER, variablePart, (byte) 0);
        end = variablePart;
        return this;
    }

    /** Makes a row of what was set since {@link #begin()}. */
    public Row finish(int partition, long offset, long time) {
        Bytes.putInt(buffer, 0, schemaId);
        Bytes.putInt(buffer, 4, partition);
        Bytes.putLong(buffer, 8, offset);
        Bytes.putLong(buffer, 16, time);
        return new Row(Arrays.copyOf(buffer, end));
    }

    public boolean isSet(int slot) {
        return (Bytes.getLong(buffer, Row.presenceAt(slot)) >>> slot & 1) != 0;
    }

    /** The 8 bytes of a field that was set. */
    long bitsAt(int slot) {
        return Bytes.getLong(buffer, Row.fieldAt(slot));
    }

    public void unset(int slot) {
        int at = Row.presenceAt(slot);
        Bytes.putLong(buffer, at, Bytes.getLong(buffer, at) & ~(1L << slot));
        Bytes.putLong(buffer, Row.fieldAt(slot), 0);
    }

    /** An int, timestamp or duration. */
    public void setLong(int slot, long value) {
        if (slot == ENTRY) {
            addEntry(value);
            return;
        }
        int at = Row.presenceAt(slot);
        Bytes.putLong(buffer, at, Bytes.getLong(buffer, at) | 1L << slot);
        Bytes.putLong(buffer, Row.fieldAt(slot), value);
    }

    public void setBoolean(int slot, boolean value) {
        setLong(slot, value ? 1 : 0);
    }

    public void setDouble(int slot, double value) {
        setLong(slot, Double.doubleToLongBits(value));
    }

    public void setText(int slot, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        setText(slot, utf8, 0, utf8.length);
    }

    public void setText(int slot, byte[] utf8, int from, int length) {
        int at = reserve(length);
        System.arraycopy(utf8, from, buffer, at, length);
        setLong(slot, (long) at << 32 | length);
    }

    public void setText(int slot, char[] chars, int from, int length) {
        int at = reserve(length);
        for (int i = 0; i < length; i++) {
            char c = chars[from + i];
            if (c >= 0x80) {
                end = at;
                setText(slot, new String(chars, from, length));
                return;
            }
            buffer[at + i] = (byte) c;
        }
        setLong(slot, (long) at << 32 | length);
    }

    /** A decimal, or a money's amount. */
    public void setDecimal(int slot, BigDecimal value) {
        BigDecimal positive = value.scale() < 0 && value.precision() - value.scale() < 40 ? value.setScale(0) : value;
        if (positive.scale() >= 0 && positive.scale() < Row.BIG && positive.precision() < 19) {
            setDecimal(slot, positive.unscaledValue().longValue(), positive.scale());
        } else {
            setBig(slot, positive.unscaledValue(), positive.scale());
        }
    }

    /** A decimal of the given unscaled value; the scale is 0 to 254. */
    public void setDecimal(int slot, long unscaled, int scale) {
        if (unscaled >= COMPACT_MIN && unscaled <= COMPACT_MAX) {
            setLong(slot, unscaled << 8 | scale);
        } else {
            setBig(slot, BigInteger.valueOf(unscaled), scale);
        }
    }

    private void setBig(int slot, BigInteger unscaled, int scale) {
        byte[] magnitude = unscaled.toByteArray();
        int at = reserve(4 + magnitude.length);
        Bytes.putInt(buffer, at, scale);
        System.arraycopy(magnitude, 0, buffer, at + 4, magnitude.length);
        setLong(slot, (long) at << 32 | (long) (4 + magnitude.length) << 8 | Row.BIG);
    }

    public void setGeo(int slot, double latitude, double longitude) {
        int at = reserve(16);
        Bytes.putLong(buffer, at, Double.doubleToLongBits(latitude));
        Bytes.putLong(buffer, at + 8, Double.doubleToLongBits(longitude));
        setLong(slot, at);
    }

    /** What is set in the slot {@link #ENTRY} from here on are the entries of a list. */
    void beginList() {
        entryCount = 0;
    }

    private void addEntry(long value) {
        if (entryCount == entries.length) {
            entries = Arrays.copyOf(entries, entryCount * 2);
        }
        entries[entryCount++] = value;
    }

    /** The list of all entries since it was begun. */
    void endList(int slot) {
        int at = reserve(entryCount << 3);
        for (int i = 0; i < entryCount; i++) {
            Bytes.putLong(buffer, at + (i << 3), entries[i]);
        }
        setLong(slot, (long) at << 32 | entryCount);
    }

    /** A value as in {@link io.weir.dsl.plan.Expr.Constant}, of a money its amount. */
    void setValue(int slot, Object value) {
        if (value instanceof String text) {
            setText(slot, text);
        } else if (value instanceof Boolean bool) {
            setBoolean(slot, bool);
        } else if (value instanceof Long number) {
            setLong(slot, number);
        } else if (value instanceof Double number) {
            setDouble(slot, number);
        } else if (value instanceof BigDecimal decimal) {
            setDecimal(slot, decimal);
        } else if (value instanceof MoneyAmount money) {
            setDecimal(slot, money.amount());
        } else if (value instanceof GeoPoint place) {
            setGeo(slot, place.latitude(), place.longitude());
        } else if (value instanceof List<?> list) {
            beginList();
            list.forEach(entry -> setValue(ENTRY, entry));
            endList(slot);
        } else {
            throw new IllegalArgumentException("No value of a field: " + value + " (DEVELOPER)");
        }
    }

    private int reserve(int length) {
        int at = end;
        if (at + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, at + length));
        }
        end = at + length;
        return at;
    }
}
