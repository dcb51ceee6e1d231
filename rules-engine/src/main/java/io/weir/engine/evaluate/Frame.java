package io.weir.engine.evaluate;

import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registers of one program: what it computes with, allocated once. */
final class Frame {

    static final byte UNSET = 0;
    static final byte PRESENT = 1;
    static final byte MISSING = 2;

    static final byte[] NOTHING = new byte[0];

    byte[] row = NOTHING;
    /** Event time: the row's, or the moment's at which there is none. */
    long moment;

    final byte[] state;
    final long[] bits;
    final int[] scale;
    final @Nullable Object[] ref;
    final long[] currency;
    /** Where it is counted; that of all programs of one rule, or of one condition. */
    Unmet unmet = new Unmet();

    @Nullable
    Host host;

    Frame(int registers) {
        state = new byte[registers];
        bits = new long[registers];
        scale = new int[registers];
        ref = new Object[registers];
        currency = new long[registers];
    }

    /** What a program asks of its surroundings while it runs: of the key's state, and of other events than the row at hand. */
    interface Host {

        /** Leaves the value of the rule's aggregate of that index in a register. */
        void aggregate(int index, Frame frame, int register);

        /** Whether the rule's trend of that index holds. */
        boolean trend(int index);

        /** The bytes of another event's row; null where there is no such event. */
        byte @Nullable [] event(EventRef event);

        /** Leaves an aggregate of a sequence's step in a register. */
        void step(Expr.StepAggregate aggregate, Frame frame, int register);

        /** A part of the key at hand. */
        @Nullable
        Object key(int part);
    }

    void missing(int register) {
        state[register] = MISSING;
        bits[register] = 2;
        ref[register] = null;
    }

    void bool(int register, int tristate) {
        state[register] = tristate == 2 ? MISSING : PRESENT;
        bits[register] = tristate;
    }

    void bool(int register, boolean value) {
        state[register] = PRESENT;
        bits[register] = value ? 1 : 0;
    }

    void number(int register, long value) {
        state[register] = PRESENT;
        bits[register] = value;
    }

    void number(int register, double value) {
        if (Double.isNaN(value)) {
            missing(register);
        } else {
            state[register] = PRESENT;
            bits[register] = Double.doubleToRawLongBits(value);
        }
    }

    void decimal(int register, long unscaled, int newScale) {
        state[register] = PRESENT;
        bits[register] = unscaled;
        scale[register] = newScale;
        ref[register] = null;
    }

    void decimal(int register, BigDecimal value) {
        state[register] = PRESENT;
        if (value.precision() <= 18 && value.scale() >= 0) {
            bits[register] = value.unscaledValue().longValue();
            scale[register] = value.scale();
            ref[register] = null;
        } else {
            ref[register] = value;
        }
    }

    void text(int register, byte[] utf8, int from, int length) {
        state[register] = PRESENT;
        bits[register] = (long) from << 32 | length;
        ref[register] = utf8;
    }

    void text(int register, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        text(register, utf8, 0, utf8.length);
    }

    void copy(int to, int from) {
        state[to] = state[from];
        bits[to] = bits[from];
        scale[to] = scale[from];
        ref[to] = ref[from];
        currency[to] = currency[from];
    }

    boolean isPresent(int register) {
        return state[register] == PRESENT;
    }

    double asDouble(int register) {
        return Double.longBitsToDouble(bits[register]);
    }

    BigDecimal asDecimal(int register) {
        Object big = ref[register];
        return big == null ? BigDecimal.valueOf(bits[register], scale[register]) : (BigDecimal) big;
    }

    byte[] asBytes(int register) {
        Object bytes = ref[register];
        if (bytes == null) {
            throw new IllegalStateException("Register " + register + " holds no text (DEVELOPER)");
        }
        return (byte[]) bytes;
    }

    int from(int register) {
        return (int) (bits[register] >>> 32);
    }

    int length(int register) {
        return (int) bits[register];
    }

    String asText(int register) {
        return new String(asBytes(register), from(register), length(register), StandardCharsets.UTF_8);
    }

    /**
     * The value as an object: {@code String}, {@code Boolean}, {@code Long}, {@code Double}, {@code BigDecimal},
     * {@link MoneyAmount} or a {@code List} of these; null for a missing one.
     */
    @Nullable
    Object boxed(int register, Type type) {
        if (!isPresent(register)) {
            return null;
        }
        return switch (Rep.of(type)) {
            case BOOL -> bits[register] == 1;
            case LONG -> bits[register];
            case DOUBLE -> asDouble(register);
            case DECIMAL -> asDecimal(register);
            case MONEY -> new MoneyAmount(asDecimal(register), Currencies.unpack(currency[register]));
            case TEXT -> asText(register);
            case GEO -> geo(asBytes(register), (int) bits[register]);
            case LIST -> Lists.boxed(asBytes(register), bits[register], ((Type.ListOf) type).element());
        };
    }

    private static String geo(byte[] bytes, int at) {
        return Double.longBitsToDouble(Bytes.getLong(bytes, at)) + ","
                + Double.longBitsToDouble(Bytes.getLong(bytes, at + 8));
    }

    private void list(int register, List<?> entries) {
        RowWriter writer = new RowWriter(0, 1).begin();
        writer.setValue(0, entries);
        ref[register] = writer.finish(0, 0, 0).bytes();
        number(register, writer.bitsAt(0));
    }

    /** The other way round. */
    void unbox(int register, @Nullable Object value) {
        if (value == null) {
            missing(register);
        } else if (value instanceof Boolean bool) {
            bool(register, bool.booleanValue());
        } else if (value instanceof Long number) {
            number(register, number.longValue());
        } else if (value instanceof Double number) {
            number(register, number.doubleValue());
        } else if (value instanceof BigDecimal decimal) {
            decimal(register, decimal);
        } else if (value instanceof MoneyAmount money) {
            decimal(register, money.amount());
            currency[register] = Currencies.pack(money.currency());
        } else if (value instanceof List<?> entries) {
            list(register, entries);
        } else {
            text(register, value.toString());
        }
    }
}
