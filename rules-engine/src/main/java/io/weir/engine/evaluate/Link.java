package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.StreamSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregate's {@code where} compares of a counted event and of the triggering one, as bytes that are equal where all the
 * comparisons hold. They are stored, so their form never changes.
 */
final class Link {

    private final Program program;
    private final List<Side> sides = new ArrayList<>();
    private byte[] bytes = new byte[32];
    private int length;

    /** One side of a comparison, and how both are compared. */
    private record Side(Program.Entry entry, Rep own, Rep common) {}

    private Link(StreamSchema stream, List<Expr> own, List<Expr> others) {
        ProgramBuilder builder = new ProgramBuilder(new StreamView(stream, 0));
        for (int i = 0; i < own.size(); i++) {
            Rep rep = Rep.of(own.get(i).type());
            sides.add(new Side(
                    builder.add(own.get(i)),
                    rep,
                    common(rep, Rep.of(others.get(i).type()))));
        }
        program = builder.build();
    }

    private static Rep common(Rep a, Rep b) {
        if (a == b) {
            return a;
        }
        return a == Rep.DOUBLE || b == Rep.DOUBLE ? Rep.DOUBLE : Rep.DECIMAL;
    }

    /** Of counted events; null where nothing is compared. */
    static @Nullable Link ofCounted(Aggregate aggregate, StreamSchema stream) {
        List<Expr.Binary> all = of(aggregate);
        return all.isEmpty()
                ? null
                : new Link(
                        stream,
                        all.stream().map(link -> side(link, false)).toList(),
                        all.stream().map(link -> side(link, true)).toList());
    }

    /** Of triggering events of that stream; null where nothing is compared. */
    static @Nullable Link ofTriggering(Aggregate aggregate, StreamSchema stream) {
        List<Expr.Binary> all = of(aggregate);
        return all.isEmpty()
                ? null
                : new Link(
                        stream,
                        all.stream()
                                .map(link -> ofRow(stream, side(link, true)))
                                .toList(),
                        all.stream().map(link -> side(link, false)).toList());
    }

    private static List<Expr.Binary> of(Aggregate aggregate) {
        return aggregate.where() == null
                ? List.of()
                : Expressions.conjuncts(aggregate.where()).stream()
                        .filter(Link::isLink)
                        .map(Expr.Binary.class::cast)
                        .toList();
    }

    /** What the bytes are made of, for the series' name; empty where nothing is compared. */
    static String form(Aggregate aggregate) {
        List<Rep> compared = of(aggregate).stream()
                .map(link ->
                        common(Rep.of(link.left().type()), Rep.of(link.right().type())))
                .toList();
        return compared.isEmpty() ? "" : " by " + compared;
    }

    /** Whether its {@code where} compares with the triggering event. */
    static boolean isLinked(Aggregate aggregate) {
        return !of(aggregate).isEmpty();
    }

    /** Whether a part of a {@code where} is about the triggering event too. */
    static boolean isLink(Expr conjunct) {
        return ExprParts.all(conjunct)
                .anyMatch(part ->
                        part instanceof Expr.FieldOfEvent field && field.event() instanceof EventRef.Triggering);
    }

    private static Expr side(Expr.Binary link, boolean triggering) {
        return isLink(link.left()) == triggering ? link.left() : link.right();
    }

    /** A field of the triggering event is one of the row at hand, if that is of its stream. */
    private static Expr ofRow(StreamSchema stream, Expr side) {
        return Expressions.rewrite(side, leaf -> {
            if (!(leaf instanceof Expr.FieldOfEvent field)) {
                return leaf;
            }
            boolean isOfRow = field.streamName().equals(stream.name());
            return new Expr.FieldOf(isOfRow ? 0 : 1, field.streamName(), field.slot(), field.field());
        });
    }

    /** Reads a row; false where a value is missing, and so is equal to none. Fails with {@link RuleFailure}. */
    boolean read(Row row) {
        length = 0;
        program.begin(row);
        for (Side side : sides) {
            program.run(side.entry());
            if (!program.frame.isPresent(side.entry().register())) {
                return false;
            }
            append(side, program.frame, side.entry().register());
        }
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private void append(Side side, Frame f, int register) {
        switch (side.common()) {
            case BOOL, LONG -> append(f.bits[register]);
            case DOUBLE -> append(Double.doubleToLongBits(asDouble(side.own(), f, register) + 0.0));
            case DECIMAL ->
                append(side.own() == Rep.LONG ? BigDecimal.valueOf(f.bits[register]) : f.asDecimal(register));
            case MONEY -> {
                append(f.currency[register]);
                append(f.asDecimal(register));
            }
            case TEXT -> {
                append(f.length(register));
                append(f.asBytes(register), f.from(register), f.length(register));
            }
            case GEO -> append(f.asBytes(register), (int) f.bits[register], 2 * Long.BYTES);
            case LIST -> throw new IllegalStateException("No two lists are compared (DEVELOPER)");
        }
    }

    private static double asDouble(Rep own, Frame f, int register) {
        return switch (own) {
            case LONG -> f.bits[register];
            case DOUBLE -> f.asDouble(register);
            case DECIMAL, MONEY -> f.asDecimal(register).doubleValue();
            case BOOL, TEXT, GEO, LIST -> throw new IllegalStateException("No number: " + own + " (DEVELOPER)");
        };
    }

    private void append(BigDecimal value) {
        BigDecimal plain = Decimals.plain(value);
        byte[] unscaled = plain.unscaledValue().toByteArray();
        append(plain.scale());
        append(unscaled.length);
        append(unscaled, 0, unscaled.length);
    }

    private void append(long value) {
        reserve(Long.BYTES);
        Bytes.putLong(bytes, length, value);
        length += Long.BYTES;
    }

    private void append(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
