package io.weir.engine.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The value of a register as bytes; the form is stored, so it never changes (little endian): nothing for a missing value; otherwise
 * a bool in one byte; an int, a float's bits in eight; a decimal as its scale (int) and unscaled value (big endian), a money with its
 * packed currency (eight) before that; a text as tag 1 and its UTF-8; a geo as two floats; a list as
 * its place (eight) in the bytes that follow.
 */
final class RegisterBytes {

    private static final byte[] MISSING = new byte[0];
    private static final byte TEXT = 1;

    private RegisterBytes() {}

    static byte[] of(Frame f, int register, Rep rep) {
        if (!f.isPresent(register)) {
            return MISSING;
        }
        return switch (rep) {
            case BOOL -> new byte[] {(byte) f.bits[register]};
            case LONG, DOUBLE -> number(f.bits[register]);
            case DECIMAL -> decimal(f.asDecimal(register), 0);
            case MONEY -> money(f, register);
            case TEXT -> text(f, register);
            case GEO -> Arrays.copyOfRange(f.asBytes(register), (int) f.bits[register], (int) f.bits[register] + 16);
            case LIST -> list(f.bits[register], f.asBytes(register));
        };
    }

    private static byte[] list(long place, byte[] in) {
        byte[] bytes = new byte[8 + in.length];
        Bytes.putLong(bytes, 0, place);
        System.arraycopy(in, 0, bytes, 8, in.length);
        return bytes;
    }

    private static byte[] number(long bits) {
        byte[] bytes = new byte[8];
        Bytes.putLong(bytes, 0, bits);
        return bytes;
    }

    private static byte[] money(Frame f, int register) {
        byte[] bytes = decimal(f.asDecimal(register), 8);
        Bytes.putLong(bytes, 0, f.currency[register]);
        return bytes;
    }

    private static byte[] decimal(BigDecimal value, int from) {
        byte[] unscaled = value.unscaledValue().toByteArray();
        byte[] bytes = new byte[from + 4 + unscaled.length];
        Bytes.putInt(bytes, from, value.scale());
        System.arraycopy(unscaled, 0, bytes, from + 4, unscaled.length);
        return bytes;
    }

    private static byte[] text(Frame f, int register) {
        int length = f.length(register);
        byte[] bytes = new byte[length + 1];
        bytes[0] = TEXT;
        System.arraycopy(f.asBytes(register), f.from(register), bytes, 1, length);
        return bytes;
    }

    static void restore(byte[] bytes, Frame f, int register, Rep rep) {
        if (bytes.length == 0) {
            f.missing(register);
            return;
        }
        switch (rep) {
            case BOOL -> f.bool(register, bytes[0]);
            case LONG, DOUBLE -> f.number(register, Bytes.getLong(bytes, 0));
            case DECIMAL -> decimal(bytes, 0, f, register);
            case MONEY -> {
                decimal(bytes, 8, f, register);
                f.currency[register] = Bytes.getLong(bytes, 0);
            }
            case TEXT -> f.text(register, bytes, 1, bytes.length - 1);
            case GEO -> {
                f.state[register] = Frame.PRESENT;
                f.bits[register] = 0;
                f.ref[register] = bytes;
            }
            case LIST -> {
                f.state[register] = Frame.PRESENT;
                f.bits[register] = Bytes.getLong(bytes, 0);
                f.ref[register] = Arrays.copyOfRange(bytes, 8, bytes.length);
            }
        }
    }

    private static void decimal(byte[] bytes, int from, Frame f, int register) {
        BigInteger unscaled = new BigInteger(bytes, from + 4, bytes.length - from - 4);
        f.decimal(register, new BigDecimal(unscaled, Bytes.getInt(bytes, from)));
    }
}
