package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.GeoPoint;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a value that a test writes down into one of the type that its place has. */
final class TestValues {

    private final Problems problems;
    private final Names names;
    private final LiteralCheck literals;

    TestValues(Problems problems, Names names) {
        this.problems = problems;
        this.names = names;
        this.literals = new LiteralCheck(problems);
    }

    /** The value; null, and reported, where it does not fit. */
    @Nullable
    Object value(Type type, String what, Expression written) {
        if (type instanceof Type.ListOf list) {
            return list(list, what, written);
        } else if (written instanceof Expression.RecordLiteral record && type == Type.Scalar.GEO) {
            return place(what, record);
        } else if (written instanceof Expression.RecordLiteral) {
            return unfit(type, what, "a record", written.span());
        } else if (written instanceof Expression.ListLiteral) {
            return unfit(type, what, "a list", written.span());
        }
        Expr.Constant constant = literals.constant(written);
        return constant == null ? null : value(type, what, constant, written.span());
    }

    private @Nullable Object value(Type type, String what, Expr.Constant constant, Span span) {
        if (!fits(constant.type(), type)) {
            return currenciesDiffer(type, constant, span) ? null : unfit(type, what, Phrases.a(constant.type()), span);
        }
        return Typing.value(constant.value(), type);
    }

    /** Whether a literal of that type can stand for a value of the other one. */
    boolean fits(Type literal, Type type) {
        return Typing.fits(literal, type)
                || (type == Type.Scalar.IP && literal == Type.Scalar.TEXT)
                || (type instanceof Type.Money money && money.currency() == null && literal instanceof Type.Money);
    }

    private boolean currenciesDiffer(Type type, Expr.Constant constant, Span span) {
        if (type instanceof Type.Money money && constant.value() instanceof MoneyAmount amount) {
            problems.report(Code.CURRENCIES_DIFFER, span, Objects.requireNonNull(money.currency()), amount.currency());
            return true;
        }
        return false;
    }

    private @Nullable Object list(Type.ListOf type, String what, Expression written) {
        if (!(written instanceof Expression.ListLiteral list)) {
            return unfit(type, what, "anything but a list", written.span());
        }
        List<Object> entries = new ArrayList<>();
        for (Expression entry : list.entries()) {
            Object value = value(type.element(), what, entry);
            if (value != null) {
                entries.add(value);
            }
        }
        return entries.size() < list.entries().size() ? null : List.copyOf(entries);
    }

    private @Nullable Object place(String what, Expression.RecordLiteral record) {
        List<TestRecord.Slot> degrees = List.of(
                TestRecord.Slot.of(Target.Kind.WORD, "lat", Type.Scalar.FLOAT, true),
                TestRecord.Slot.of(Target.Kind.WORD, "lon", Type.Scalar.FLOAT, true));
        Map<String, Object> given = new TestRecord(problems, names, what, degrees).values(record);
        if (!(given.get("lat") instanceof Double latitude) || !(given.get("lon") instanceof Double longitude)) {
            return null;
        } else if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            problems.report(
                    Code.OUT_OF_RANGE,
                    record.span(),
                    latitude + ", " + longitude,
                    "90 degrees north and south, 180 east and west");
            return null;
        }
        return new GeoPoint(latitude, longitude);
    }

    private @Nullable Object unfit(Type type, String what, String found, Span span) {
        Problem problem = problems.report(Code.WRONG_ARGUMENT, span, what, found);
        if (example(type) != null) {
            problem.help("write " + Phrases.a(type) + ", such as " + example(type));
        }
        return null;
    }

    private static @Nullable String example(Type type) {
        if (type instanceof Type.Money money) {
            return "12.50 " + (money.currency() == null ? "EUR" : money.currency());
        } else if (type instanceof Type.ListOf list) {
            String entry = example(list.element());
            return entry == null ? null : "[" + entry + "]";
        }
        return type instanceof Type.Scalar scalar ? example(scalar) : null;
    }

    private static @Nullable String example(Type.Scalar type) {
        return switch (type) {
            case TEXT -> "\"text\"";
            case BOOL -> null;
            case INT -> "3";
            case DECIMAL, FLOAT, PROBABILITY -> "0.5";
            case DURATION -> "5 minutes";
            case TIMESTAMP -> "timestamp \"2024-01-01T00:00:00Z\"";
            case GEO -> "{ lat: 40.4, lon: -3.7 }";
            case IP -> "\"192.0.2.1\"";
            case LENGTH -> "5 km";
            case SPEED -> "50 km/h";
            case SIZE -> "5 MB";
        };
    }
}
