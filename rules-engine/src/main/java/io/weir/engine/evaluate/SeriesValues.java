package io.weir.engine.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a series' events by their indexes: an int as it is, a float's bits, a decimal as a row packs it (beyond that a
 * BigDecimal beside it), a money so and its currency, a text's number in a dictionary.
 */
final class SeriesValues {

    final SeriesKind kind;
    private final LongRing packed;
    private final @Nullable LongRing currencies;
    private final @Nullable Dictionary texts;
    private @Nullable Map<Long, BigDecimal> bigs;

    SeriesValues(SeriesKind kind) {
        this.kind = kind;
        packed = new LongRing();
        currencies = kind == SeriesKind.MONEYS ? new LongRing() : null;
        texts = kind == SeriesKind.TEXTS ? new Dictionary() : null;
    }

    private SeriesValues(SeriesValues other) {
        kind = other.kind;
        packed = other.packed.copy();
        currencies = other.currencies == null ? null : other.currencies.copy();
        texts = other.texts == null ? null : other.texts.copy();
        bigs = other.bigs == null ? null : new HashMap<>(other.bigs);
    }

    SeriesValues copy() {
        return new SeriesValues(this);
    }

    /** Sets an int or a float's bits of an event; the series begins at {@code first}. */
    void set(long first, long index, long value) {
        packed.set(first, index, value);
    }

    void setDecimal(long first, long index, long unscaled, int scale) {
        if (unscaled << 8 >> 8 == unscaled && scale < Row.BIG) {
            if (bigs != null) {
                bigs.remove(index);
            }
            packed.set(first, index, unscaled << 8 | scale);
        } else {
            setDecimal(first, index, BigDecimal.valueOf(unscaled, scale));
        }
    }

    void setDecimal(long first, long index, BigDecimal value) {
        Map<Long, BigDecimal> all = bigs == null ? new HashMap<>() : bigs;
        bigs = all;
        all.put(index, value);
        packed.set(first, index, Row.BIG);
    }

    void setCurrency(long first, long index, long currency) {
        required(currencies).set(first, index, currency);
    }

    void setText(long first, long index, byte[] source, int from, int length) {
        packed.set(first, index, required(texts).use(source, from, length));
    }

    /** The value that an event has elsewhere, of the same kind. */
    void setOf(long first, long index, SeriesValues other, long otherIndex) {
        if (kind == SeriesKind.TIMES) {
            return;
        }
        if (kind == SeriesKind.TEXTS) {
            byte[] text = other.texts().get((int) other.bits(otherIndex));
            setText(first, index, text, 0, text.length);
        } else if (bigs(kind) && !other.isCompact(otherIndex)) {
            setDecimal(first, index, other.decimal(otherIndex));
        } else {
            packed.set(first, index, other.bits(otherIndex));
        }
        if (currencies != null) {
            setCurrency(first, index, other.currency(otherIndex));
        }
    }

    private static boolean bigs(SeriesKind kind) {
        return kind == SeriesKind.DECIMALS || kind == SeriesKind.MONEYS;
    }

    /** An int, a float's bits, a decimal as it is packed, or a text's number. */
    long bits(long index) {
        return packed.get(index);
    }

    boolean isCompact(long index) {
        return Row.isCompact(bits(index));
    }

    BigDecimal decimal(long index) {
        long bits = bits(index);
        if (Row.isCompact(bits)) {
            return BigDecimal.valueOf(bits >> 8, (int) (bits & Row.BIG));
        }
        return required(required(bigs).get(index));
    }

    long currency(long index) {
        return currencies == null ? 0 : currencies.get(index);
    }

    Dictionary texts() {
        return required(texts);
    }

    /** Whether it is a decimal that stands beside the ring. */
    boolean isBig(long index) {
        return isBig(kind, bits(index));
    }

    static boolean isBig(SeriesKind kind, long bits) {
        return bigs(kind) && !Row.isCompact(bits);
    }

    private @Nullable BigDecimal big(long index) {
        return isBig(index) ? decimal(index) : null;
    }

    /** By value, with one of other values of the same kind; texts have no order here. */
    int compare(long a, SeriesValues other, long b) {
        return compare(kind, bits(a), big(a), other.bits(b), other.big(b));
    }

    /** @param leftBig where the left one's bits do not hold it */
    static int compare(
            SeriesKind kind, long left, @Nullable BigDecimal leftBig, long right, @Nullable BigDecimal rightBig) {
        return switch (kind) {
            case TIMES, LONGS, TEXTS -> Long.compare(left, right);
            case DOUBLES -> Double.compare(Double.longBitsToDouble(left), Double.longBitsToDouble(right));
            case DECIMALS, MONEYS ->
                leftBig == null && rightBig == null
                        ? Decimals.compare(left >> 8, (int) (left & Row.BIG), right >> 8, (int) (right & Row.BIG))
                        : decimal(left, leftBig).compareTo(decimal(right, rightBig));
        };
    }

    private static BigDecimal decimal(long bits, @Nullable BigDecimal big) {
        return big == null ? BigDecimal.valueOf(bits >> 8, (int) (bits & Row.BIG)) : big;
    }

    /** Whether two events have the same value: 1.0 and 1.00 are, amounts of two currencies are not. */
    boolean isSame(long a, SeriesValues other, long b) {
        return switch (kind) {
            case DOUBLES -> Double.longBitsToDouble(bits(a)) == Double.longBitsToDouble(other.bits(b));
            case TEXTS ->
                this == other
                        ? bits(a) == other.bits(b)
                        : Arrays.equals(
                                texts().get((int) bits(a)), other.texts().get((int) other.bits(b)));
            case TIMES, LONGS, DECIMALS, MONEYS -> compare(a, other, b) == 0 && currency(a) == other.currency(b);
        };
    }

    /** Equal where values are the same. */
    int hash(long index) {
        long bits = bits(index);
        return switch (kind) {
            case TIMES, LONGS -> StableHash.of(bits);
            case TEXTS -> texts().hash((int) bits);
            case DOUBLES -> StableHash.of(Double.doubleToLongBits(Double.longBitsToDouble(bits) + 0.0));
            case DECIMALS, MONEYS ->
                Row.isCompact(bits) ? Decimals.hash(bits >> 8, (int) (bits & Row.BIG)) : Decimals.hash(decimal(index));
        };
    }

    /** Leaves a value in a register. */
    void read(long index, Rep wanted, Frame f, int register) {
        if (kind == SeriesKind.TEXTS) {
            readText(texts().get((int) bits(index)), wanted, f, register);
        } else {
            read(kind, bits(index), big(index), f, register);
            f.currency[register] = bigs(kind) ? currency(index) : f.currency[register];
        }
    }

    /** Leaves a number in a register. */
    static void read(SeriesKind kind, long bits, @Nullable BigDecimal big, Frame f, int register) {
        if (!bigs(kind)) {
            f.number(register, bits);
        } else if (big == null || !isBig(kind, bits)) {
            f.decimal(register, bits >> 8, (int) (bits & Row.BIG));
        } else {
            f.decimal(register, big);
        }
    }

    private static void readText(byte[] text, Rep wanted, Frame f, int register) {
        f.ref[register] = text;
        f.number(
                register,
                switch (wanted) {
                    case GEO -> 0;
                    case LIST -> Lists.packed(text);
                    default -> (long) text.length;
                });
    }

    void swap(long a, long b) {
        packed.swap(a, b);
        if (currencies != null) {
            currencies.swap(a, b);
        }
        if (bigs != null) {
            BigDecimal left = bigs.remove(a);
            BigDecimal right = bigs.remove(b);
            put(bigs, a, right);
            put(bigs, b, left);
        }
    }

    private static void put(Map<Long, BigDecimal> all, long index, @Nullable BigDecimal value) {
        if (value != null) {
            all.put(index, value);
        }
    }

    /** Frees what an event that is dropped has beside the rings. */
    void forget(long index) {
        if (texts != null) {
            texts.release((int) bits(index));
        } else if (bigs != null && !isCompact(index)) {
            bigs.remove(index);
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A series has lost a value (DEVELOPER)");
        }
        return value;
    }
}
