package io.weir.engine.evaluate;

import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Brings a row's fields into registers. */
final class Loads {

    private Loads() {}

    /** The instruction for a field of that type; a money's currency is read from its field. */
    static int opOf(Type type) {
        return switch (Rep.of(type)) {
            case BOOL -> Op.LOAD_BOOL;
            case LONG, DOUBLE -> Op.LOAD_LONG;
            case DECIMAL -> Op.LOAD_DECIMAL;
            case MONEY -> Op.LOAD_MONEY;
            case TEXT, GEO, LIST -> Op.LOAD_TEXT;
        };
    }

    static void load(Frame f, int op, int to, int slot, int currencySlot) {
        byte[] row = f.row;
        if (!isPresent(row, slot)) {
            f.missing(to);
            return;
        }
        long bits = Bytes.getLong(row, Row.fieldAt(slot));
        switch (op) {
            case Op.LOAD_BOOL -> f.bool(to, bits != 0);
            case Op.LOAD_LONG -> f.number(to, bits);
            case Op.LOAD_TEXT -> {
                f.state[to] = Frame.PRESENT;
                f.bits[to] = bits;
                f.ref[to] = row;
            }
            case Op.LOAD_DECIMAL -> decimal(f, to, bits);
            case Op.LOAD_MONEY -> money(f, to, bits, currencySlot);
            default -> throw new IllegalStateException("Unknown instruction " + op + " (DEVELOPER)");
        }
    }

    static void decimalField(Frame f, int to, int slot) {
        if (isPresent(f.row, slot)) {
            decimal(f, to, Bytes.getLong(f.row, Row.fieldAt(slot)));
        } else {
            f.missing(to);
        }
    }

    private static void decimal(Frame f, int to, long bits) {
        if (Row.isCompact(bits)) {
            f.decimal(to, bits >> 8, (int) (bits & Row.BIG));
        } else {
            int from = (int) (bits >>> 32);
            int length = (int) (bits >>> 8) & 0xFFFFFF;
            f.decimal(to, new BigDecimal(new BigInteger(f.row, from + 4, length - 4), Bytes.getInt(f.row, from)));
        }
    }

    /** Without a currency there is no money. */
    private static void money(Frame f, int to, long bits, int currencySlot) {
        long place = Bytes.getLong(f.row, Row.fieldAt(currencySlot));
        long currency = isPresent(f.row, currencySlot) ? Currencies.pack(f.row, (int) (place >>> 32), (int) place) : 0;
        if (currency == 0) {
            f.missing(to);
        } else {
            decimal(f, to, bits);
            f.currency[to] = currency;
        }
    }

    static boolean sameGeo(Frame f, int a, int b) {
        byte[] left = f.asBytes(a);
        byte[] right = f.asBytes(b);
        int i = (int) f.bits[a];
        int j = (int) f.bits[b];
        return Bytes.getLong(left, i) == Bytes.getLong(right, j)
                && Bytes.getLong(left, i + 8) == Bytes.getLong(right, j + 8);
    }

    /** Millimetres between two places. */
    static long distance(Frame f, int a, int b) {
        byte[] from = f.asBytes(a);
        byte[] to = f.asBytes(b);
        int i = (int) f.bits[a];
        int j = (int) f.bits[b];
        return Journey.distance(degrees(from, i), degrees(from, i + 8), degrees(to, j), degrees(to, j + 8));
    }

    private static double degrees(byte[] bytes, int at) {
        return Double.longBitsToDouble(Bytes.getLong(bytes, at));
    }

    private static boolean isPresent(byte[] row, int slot) {
        return (Bytes.getLong(row, Row.presenceAt(slot)) >>> slot & 1) != 0;
    }
}
