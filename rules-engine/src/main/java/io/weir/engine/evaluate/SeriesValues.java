package io.weir.engine.evaluate;

import java.math.BigDecimal;
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

    /** By value; texts have no order here. */
    int compare(long a, long b) {
        return compare(a, this, b);
    }

    /** With one of other values of the same kind. */
    int compare(long a, SeriesValues other, long b) {
        long left = bits(a);
        long right = other.bits(b);
        return switch (kind) {
            case TIMES, LONGS, TEXTS -> Long.compare(left, right);
            case DOUBLES -> Double.compare(Double.longBitsToDouble(left), Double.longBitsToDouble(right));
            case DECIMALS, MONEYS ->
                Row.isCompact(left) && Row.isCompact(right)
                        ? Decimals.compare(left >> 8, (int) (left & Row.BIG), right >> 8, (int) (right & Row.BIG))
                        : decimal(a).compareTo(other.decimal(b));
        };
    }

    /** Whether two events have the same value: 1.0 and 1.00 are, amounts of two currencies are not. */
    boolean isSame(long a, long b) {
        if (kind == SeriesKind.DOUBLES) {
            return Double.longBitsToDouble(bits(a)) == Double.longBitsToDouble(bits(b));
        }
        return compare(a, b) == 0 && currency(a) == currency(b);
    }

    /** Equal where values are the same. */
    int hash(long index) {
        long bits = bits(index);
        return switch (kind) {
            case TIMES, LONGS, TEXTS -> StableHash.of(bits);
            case DOUBLES -> StableHash.of(Double.doubleToLongBits(Double.longBitsToDouble(bits) + 0.0));
            case DECIMALS, MONEYS ->
                Row.isCompact(bits) ? Decimals.hash(bits >> 8, (int) (bits & Row.BIG)) : Decimals.hash(decimal(index));
        };
    }

    /** Leaves a value in a register. */
    void read(long index, Rep wanted, Frame f, int register) {
        switch (kind) {
            case TIMES, LONGS, DOUBLES -> f.number(register, bits(index));
            case DECIMALS, MONEYS -> {
                if (isCompact(index)) {
                    f.decimal(register, bits(index) >> 8, (int) (bits(index) & Row.BIG));
                } else {
                    f.decimal(register, decimal(index));
                }
                f.currency[register] = currency(index);
            }
            case TEXTS -> readText(texts().get((int) bits(index)), wanted, f, register);
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
