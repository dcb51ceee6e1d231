package io.weir.engine.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One event as a flat binary record; the form is stored, so it never changes (little endian):
 *
 * <pre>
 * schema id int · partition int · offset long · time long ·
 * then for each 64 fields: presence bits (8 bytes), 8 bytes a field · then the variable part
 * </pre>
 *
 * <p>A field's 8 bytes: int, timestamp, duration as they are; bool 0 or 1; float its bits; text and ip the place (upper 32 bits)
 * and length of its UTF-8; decimal and money's amount {@code unscaled << 8 | scale} where the unscaled value has 56 bits and the
 * scale is 0 to 254, else {@code place << 32 | length << 8 | 0xFF} of scale (int) and unscaled value (big endian); geo the place of
 * two floats; a list the place (upper 32 bits) and number of its entries, each in 8 bytes as a field of its type has them, texts and
 * so on behind. Reading a field that is missing gives zero, or an empty value.
 */
public final class Row {

    static final int HEADER = 24;
    static final int BIG = 0xFF;

    private final byte[] bytes;

    /** The array is not copied: it is the row. */
    public Row(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int schemaId() {
        return Bytes.getInt(bytes, 0);
    }

    public int partition() {
        return Bytes.getInt(bytes, 4);
    }

    public long offset() {
        return Bytes.getLong(bytes, 8);
    }

    /** Event time, in milliseconds. */
    public long time() {
        return Bytes.getLong(bytes, 16);
    }

    public boolean isPresent(int slot) {
        return (Bytes.getLong(bytes, presenceAt(slot)) >>> slot & 1) != 0;
    }

    /** An int, timestamp, duration; a bool as 0 or 1; otherwise the 8 bytes as the class comment says. */
    public long bitsAt(int slot) {
        return Bytes.getLong(bytes, fieldAt(slot));
    }

    public double doubleAt(int slot) {
        return Double.longBitsToDouble(bitsAt(slot));
    }

    public boolean booleanAt(int slot) {
        return bitsAt(slot) != 0;
    }

    public String textAt(int slot) {
        long place = bitsAt(slot);
        return new String(bytes, (int) (place >>> 32), (int) place, StandardCharsets.UTF_8);
    }

    /** Compares with UTF-8 bytes, without making a string. */
    public boolean textEquals(int slot, byte[] utf8) {
        long place = bitsAt(slot);
        int from = (int) (place >>> 32);
        return (int) place == utf8.length && Arrays.equals(bytes, from, from + utf8.length, utf8, 0, utf8.length);
    }

    /** True where {@link #bitsAt} is {@code unscaled << 8 | scale}. */
    static boolean isCompact(long decimal) {
        return (decimal & BIG) != BIG;
    }

    /** A decimal, or a money's amount. */
    public BigDecimal decimalAt(int slot) {
        long bits = bitsAt(slot);
        return isCompact(bits) ? BigDecimal.valueOf(bits >> 8, (int) (bits & BIG)) : bigDecimal(bits);
    }

    private BigDecimal bigDecimal(long bits) {
        int from = (int) (bits >>> 32);
        int length = (int) (bits >>> 8) & 0xFFFFFF;
        return new BigDecimal(new BigInteger(bytes, from + 4, length - 4), Bytes.getInt(bytes, from));
    }

    public double latitudeAt(int slot) {
        return isPresent(slot) ? Double.longBitsToDouble(Bytes.getLong(bytes, (int) bitsAt(slot))) : 0;
    }

    public double longitudeAt(int slot) {
        return isPresent(slot) ? Double.longBitsToDouble(Bytes.getLong(bytes, (int) bitsAt(slot) + 8)) : 0;
    }

    static int presenceAt(int slot) {
        return HEADER + (slot >>> 6) * 520;
    }

    static int fieldAt(int slot) {
        return HEADER + (slot + (slot >>> 6) + 1 << 3);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && Arrays.equals(bytes, row.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Row(schema " + schemaId() + ", " + partition() + ":" + offset() + " at " + time() + ")";
    }
}
