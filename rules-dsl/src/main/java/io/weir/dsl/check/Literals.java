package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Turns literals into constants. */
final class Literals {

    private static final Duration LONGEST = Duration.ofDays(400);
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);

    private final Problems problems;
    private final TypeCheck types;

    Literals(Problems problems) {
        this.problems = problems;
        this.types = new TypeCheck(problems);
    }

    Expr.@Nullable Constant number(Expression.NumberLiteral literal, BigDecimal value) {
        if (!literal.whole()) {
            return new Expr.Constant(Type.Scalar.DECIMAL, value);
        } else if (value.compareTo(MAX) > 0 || value.compareTo(MIN) < 0) {
            problems.report(Code.INT_TOO_LARGE, literal.span(), value.toPlainString())
                    .help("the largest int is 9_223_372_036_854_775_807; write ." + "0 behind it for a decimal");
            return null;
        }
        return new Expr.Constant(Type.Scalar.INT, value.longValueExact());
    }

    Expr.@Nullable Constant money(Expression.MoneyLiteral literal, BigDecimal amount) {
        if (!types.isCurrency(literal.currency())) {
            return null;
        }
        String currency = literal.currency().text();
        return new Expr.Constant(new Type.Money(currency), new MoneyAmount(amount, currency));
    }

    Expr.@Nullable Constant quantity(Expression.Quantity quantity, BigDecimal number) {
        BigDecimal value = quantity.unit().inBase(number);
        return switch (quantity.unit().dimension()) {
            case DURATION -> whole(quantity, value, Type.Scalar.DURATION);
            case SIZE -> whole(quantity, value, Type.Scalar.SIZE);
            case LENGTH -> new Expr.Constant(Type.Scalar.LENGTH, value);
            case SPEED -> new Expr.Constant(Type.Scalar.SPEED, value);
            case SHARE -> share(quantity, value);
        };
    }

    private Expr.@Nullable Constant whole(Expression.Quantity quantity, BigDecimal value, Type type) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 0) {
            problems.report(
                    Code.NOT_WHOLE,
                    quantity.span(),
                    written(quantity),
                    type == Type.Scalar.SIZE ? "bytes" : "milliseconds");
            return null;
        } else if (plain.compareTo(MAX) > 0) {
            problems.report(Code.INT_TOO_LARGE, quantity.span(), written(quantity));
            return null;
        }
        return new Expr.Constant(type, plain.longValueExact());
    }

    private Expr.@Nullable Constant share(Expression.Quantity quantity, BigDecimal value) {
        if (value.compareTo(BigDecimal.ONE) > 0 || value.signum() < 0) {
            problems.report(Code.OUT_OF_RANGE, quantity.span(), written(quantity), "0 to 100 percent");
            return null;
        }
        return new Expr.Constant(Type.Scalar.PROBABILITY, value.doubleValue());
    }

    Expr.@Nullable Constant timestamp(Expression.TimestampLiteral literal) {
        String text = literal.text().value();
        Long millis = millis(text.strip().replace(' ', 'T'));
        if (millis == null) {
            problems.report(Code.STRANGE_TIMESTAMP, literal.text().span(), text)
                    .help("write it as in timestamp \"2026-01-31T12:30:00Z\"");
            return null;
        }
        return new Expr.Constant(Type.Scalar.TIMESTAMP, millis);
    }

    private static @Nullable Long millis(String text) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
            }
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? (Long) OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : (Long) LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException notATime) {
            return null;
        }
    }

    /** A duration of a window or a pause: longer than nothing, at most 400 days. */
    @Nullable
    Duration window(Expression expression, String what) {
        Duration duration = duration(expression, what);
        if (duration == null) {
            return null;
        } else if (duration.isZero()) {
            problems.report(Code.NOT_POSITIVE, expression.span(), what);
            return null;
        } else if (duration.compareTo(LONGEST) > 0) {
            problems.report(Code.WINDOW_TOO_LONG, expression.span(), written((Expression.Quantity) expression));
            return null;
        }
        return duration;
    }

    /** A duration, zero included. */
    @Nullable
    Duration duration(Expression expression, String what) {
        if (!(expression instanceof Expression.Quantity quantity)) {
            if (!(expression instanceof Expression.Unreadable)) {
                problems.report(Code.UNFIT_QUANTITY, expression.span(), what, "something else")
                        .help("write a number and a unit of time, such as 5 minutes");
            }
            return null;
        } else if (quantity.unit().dimension() != Unit.Dimension.DURATION) {
            problems.report(Code.UNFIT_QUANTITY, expression.span(), what, written(quantity))
                    .help("write a number and a unit of time, such as 5 minutes");
            return null;
        }
        Expr.Constant constant = quantity(quantity, quantity.number());
        return constant == null ? null : Duration.ofMillis((Long) constant.value());
    }

    private static String written(Expression.Quantity quantity) {
        return quantity.number().toPlainString() + " " + quantity.unit().text();
    }
}
