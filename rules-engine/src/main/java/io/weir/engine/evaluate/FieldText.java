package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Writes one field of a row from its text; numbers never pass through floating point unless the field is a float. */
final class FieldText {

    /** Beyond this many digits a number is taken for an attack or a mistake, not for an amount. */
    private static final int MAX_DIGITS = 200;

    private static final int MAX_QUOTED = 40;

    private final Field field;
    private final int slot;
    private final ZoneId zone;
    private final @Nullable FieldText entry;

    FieldText(Field field, int slot, ZoneId zone) {
        this.field = field;
        this.slot = slot;
        this.zone = zone;
        Field each = entry(field);
        this.entry = each == null ? null : new FieldText(each, RowWriter.ENTRY, zone);
    }

    /** A list's entries as a field of their type; null where the field holds no list. */
    static @Nullable Field entry(Field field) {
        return field.type() instanceof Type.ListOf list
                ? new Field(field.name(), list.element(), false, field.path(), -1)
                : null;
    }

    void write(RowWriter row, char[] chars, int from, int length) throws UnreadableEvent {
        if (field.type() instanceof Type.Money) {
            writeDecimal(row, chars, from, length);
            return;
        } else if (entry != null) {
            writeEntries(row, entry, new String(chars, from, length));
            return;
        }
        switch ((Type.Scalar) field.type()) {
            case TEXT, IP -> row.setText(slot, chars, from, length);
            case BOOL -> row.setBoolean(slot, bool(chars, from, length));
            case INT, SIZE -> row.setLong(slot, integer(chars, from, length));
            case DURATION -> row.setLong(slot, duration(chars, from, length));
            case TIMESTAMP -> row.setLong(slot, timestamp(chars, from, length));
            case FLOAT, PROBABILITY -> row.setDouble(slot, floating(chars, from, length));
            case DECIMAL, LENGTH, SPEED -> writeDecimal(row, chars, from, length);
            case GEO -> writeGeo(row, chars, from, length);
        }
    }

    /** Parted by semicolons, blanks around them left out. */
    private void writeEntries(RowWriter row, FieldText each, String text) throws UnreadableEvent {
        row.beginList();
        for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            char[] chars = part.strip().toCharArray();
            each.write(row, chars, 0, chars.length);
        }
        row.endList(slot);
    }

    void writeDecimal(RowWriter row, char[] chars, int from, int length) throws UnreadableEvent {
        int at = from;
        int end = from + length;
        boolean negative = length > 0 && chars[at] == '-';
        at += negative ? 1 : 0;
        long unscaled = 0;
        int scale = -1;
        int digits = 0;
        for (; at < end && digits <= 17; at++) {
            char c = chars[at];
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                digits++;
                scale += scale >= 0 ? 1 : 0;
            } else if (c == '.' && scale < 0 && digits > 0) {
                scale = 0;
            } else {
                break;
            }
        }
        if (at == end && digits > 0 && scale != 0) {
            row.setDecimal(slot, negative ? -unscaled : unscaled, Math.max(scale, 0));
        } else {
            row.setDecimal(slot, decimal(chars, from, length));
        }
    }

    private BigDecimal decimal(char[] chars, int from, int length) throws UnreadableEvent {
        BigDecimal value;
        try {
            value = new BigDecimal(chars, from, length);
        } catch (NumberFormatException e) {
            throw unreadable(chars, from, length);
        }
        if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw new UnreadableEvent(field.name(), "a number of more than " + MAX_DIGITS + " digits");
        }
        return value;
    }

    long integer(char[] chars, int from, int length) throws UnreadableEvent {
        try {
            return decimal(chars, from, length).longValueExact();
        } catch (ArithmeticException e) {
            throw new UnreadableEvent(field.name(), quoted(chars, from, length) + " is no int of 64 bits");
        }
    }

    private double floating(char[] chars, int from, int length) throws UnreadableEvent {
        double value;
        try {
            value = Double.parseDouble(new String(chars, from, length));
        } catch (NumberFormatException e) {
            throw unreadable(chars, from, length);
        }
        if (!Double.isFinite(value)) {
            throw unreadable(chars, from, length);
        }
        return value;
    }

    private boolean bool(char[] chars, int from, int length) throws UnreadableEvent {
        String text = new String(chars, from, length);
        if (text.equalsIgnoreCase("true")) {
            return true;
        } else if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw unreadable(chars, from, length);
    }

    private long duration(char[] chars, int from, int length) throws UnreadableEvent {
        if (length > 0 && chars[from] != 'P') {
            return integer(chars, from, length);
        }
        try {
            return Duration.parse(new String(chars, from, length)).toMillis();
        } catch (DateTimeException | ArithmeticException e) {
            throw unreadable(chars, from, length);
        }
    }

    long timestamp(char[] chars, int from, int length) throws UnreadableEvent {
        if (isDigits(chars, from, length)) {
            return integer(chars, from, length);
        }
        try {
            return IsoTime.parse(chars, from, length, zone);
        } catch (DateTimeException e) {
            throw unreadable(chars, from, length);
        }
    }

    private static boolean isDigits(char[] chars, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if ((chars[at] < '0' || chars[at] > '9') && !(at == from && chars[at] == '-')) {
                return false;
            }
        }
        return length > 0;
    }

    private void writeGeo(RowWriter row, char[] chars, int from, int length) throws UnreadableEvent {
        String[] parts = new String(chars, from, length).trim().split("[,; ]+", -1);
        if (parts.length != 2) {
            throw unreadable(chars, from, length);
        }
        writeGeo(
                row,
                floating(parts[0].toCharArray(), 0, parts[0].length()),
                floating(parts[1].toCharArray(), 0, parts[1].length()));
    }

    void writeGeo(RowWriter row, double latitude, double longitude) throws UnreadableEvent {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new UnreadableEvent(field.name(), latitude + ", " + longitude + " is no place on Earth");
        }
        row.setGeo(slot, latitude, longitude);
    }

    private UnreadableEvent unreadable(char[] chars, int from, int length) {
        return new UnreadableEvent(
                field.name(), "expected " + field.type().text() + ", found " + quoted(chars, from, length));
    }

    private static String quoted(char[] chars, int from, int length) {
        return length <= MAX_QUOTED
                ? "'" + new String(chars, from, length) + "'"
                : "'" + new String(chars, from, MAX_QUOTED) + "…'";
    }
}
