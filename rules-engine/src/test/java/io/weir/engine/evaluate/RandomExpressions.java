package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Function;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded random, well-typed expressions over {@link Schemas#EVERYTHING}. */
final class RandomExpressions {

    private static final Type MONEY = new Type.Money(null);
    private static final String[] TEXTS = {"", "a", "failed", "Zoë", "EUR", "日本"};

    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    Expr bool(int depth) {
        if (depth == 0) {
            return random.nextInt(4) == 0 ? constant(Type.Scalar.BOOL, random.nextBoolean()) : field("ok");
        }
        return switch (random.nextInt(12)) {
            case 0 -> new Expr.And(List.of(bool(depth - 1), bool(depth - 1), bool(depth - 1)));
            case 1 -> new Expr.Or(List.of(bool(depth - 1), bool(depth - 1)));
            case 2 -> new Expr.Not(bool(depth - 1));
            case 3 -> new Expr.IsMissing(any(depth - 1));
            case 4 -> new Expr.Else(bool(depth - 1), bool(depth - 1));
            case 5 -> in(depth - 1);
            case 11 -> among(depth - 1);
            case 6 -> binary(textTest(), text(depth - 1), text(depth - 1), Type.Scalar.BOOL);
            case 7 ->
                binary(Operator.MATCHES, text(depth - 1), constant(Type.Scalar.TEXT, pattern()), Type.Scalar.BOOL);
            default -> comparison(depth - 1);
        };
    }

    private Expr comparison(int depth) {
        Operator operator = Operator.values()[Operator.GREATER.ordinal() + random.nextInt(6)];
        return switch (random.nextInt(6)) {
            case 0 -> binary(operator, whole(depth), whole(depth), Type.Scalar.BOOL);
            case 1 -> binary(operator, decimal(depth), decimal(depth), Type.Scalar.BOOL);
            case 2 -> binary(operator, floating(depth), floating(depth), Type.Scalar.BOOL);
            case 3 -> binary(operator, text(depth), text(depth), Type.Scalar.BOOL);
            case 4 -> binary(operator, money(depth), money(depth), Type.Scalar.BOOL);
            default -> binary(equality(), bool(depth), bool(depth), Type.Scalar.BOOL);
        };
    }

    Expr any(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> bool(depth);
            case 1 -> whole(depth);
            case 2 -> decimal(depth);
            case 3 -> floating(depth);
            case 4 -> money(depth);
            default -> text(depth);
        };
    }

    private Expr whole(int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? field("n") : constant(Type.Scalar.INT, (long) random.nextInt(20) - 10);
        }
        return switch (random.nextInt(11)) {
            case 0 -> new Expr.Negate(whole(depth - 1));
            case 1 -> new Expr.Else(whole(depth - 1), whole(depth - 1));
            case 2 -> call(Function.ABS, Type.Scalar.INT, whole(depth - 1));
            case 3 -> call(Function.LENGTH, Type.Scalar.INT, text(depth - 1));
            case 4 -> calendar(random.nextBoolean() ? Function.HOUR : Function.WEEKDAY, Type.Scalar.INT);
            case 8 -> call(Function.LENGTH, Type.Scalar.INT, list());
            case 9 -> call(Function.ELAPSED, Type.Scalar.DURATION, field("at"), time());
            case 10 -> call(Function.ELAPSED, Type.Scalar.DURATION, time(), field("at"));
            case 5 ->
                call(
                        random.nextBoolean() ? Function.MIN : Function.MAX,
                        Type.Scalar.INT,
                        whole(depth - 1),
                        whole(depth - 1));
            default -> binary(arithmetic(4), whole(depth - 1), whole(depth - 1), Type.Scalar.INT);
        };
    }

    private Expr decimal(int depth) {
        if (depth == 0) {
            return random.nextBoolean()
                    ? field("d")
                    : constant(Type.Scalar.DECIMAL, BigDecimal.valueOf(random.nextInt(1000) - 500, random.nextInt(4)));
        }
        return switch (random.nextInt(11)) {
            case 0 -> new Expr.Negate(decimal(depth - 1));
            case 1 -> new Expr.Widen(whole(depth - 1), Type.Scalar.DECIMAL);
            case 2 -> new Expr.Else(decimal(depth - 1), decimal(depth - 1));
            case 3 -> call(Function.ABS, Type.Scalar.DECIMAL, decimal(depth - 1));
            case 4 -> call(rounding(), Type.Scalar.DECIMAL, decimal(depth - 1));
            case 5 -> binary(Operator.DIVIDE, whole(depth - 1), whole(depth - 1), Type.Scalar.DECIMAL);
            case 6 -> binary(Operator.DIVIDE, money(depth - 1), money(depth - 1), Type.Scalar.DECIMAL);
            case 9 -> call(Function.DISTANCE, Type.Scalar.LENGTH, place(), place());
            case 10 -> call(Function.SPEED, Type.Scalar.SPEED, place(), field("at"), place(), time());
            default -> binary(arithmetic(5), decimal(depth - 1), decimal(depth - 1), Type.Scalar.DECIMAL);
        };
    }

    private Expr floating(int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? field("f") : constant(Type.Scalar.FLOAT, random.nextGaussian());
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Expr.Negate(floating(depth - 1));
            case 1 -> new Expr.Widen(random.nextBoolean() ? whole(depth - 1) : decimal(depth - 1), Type.Scalar.FLOAT);
            case 2 -> call(Function.ABS, Type.Scalar.FLOAT, floating(depth - 1));
            case 3 -> call(rounding(), Type.Scalar.FLOAT, floating(depth - 1));
            default -> binary(arithmetic(5), floating(depth - 1), floating(depth - 1), Type.Scalar.FLOAT);
        };
    }

    private Expr money(int depth) {
        if (depth == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> field("amount");
                case 1 -> field("fee");
                default ->
                    constant(
                            new Type.Money("EUR"), new MoneyAmount(BigDecimal.valueOf(random.nextInt(5000), 2), "EUR"));
            };
        }
        return switch (random.nextInt(5)) {
            case 0 -> new Expr.Negate(money(depth - 1));
            case 1 -> binary(Operator.MULTIPLY, money(depth - 1), decimal(depth - 1), MONEY);
            case 2 -> binary(Operator.MULTIPLY, whole(depth - 1), money(depth - 1), MONEY);
            case 3 -> binary(Operator.DIVIDE, money(depth - 1), decimal(depth - 1), MONEY);
            default ->
                binary(
                        random.nextBoolean() ? Operator.ADD : Operator.SUBTRACT,
                        money(depth - 1),
                        money(depth - 1),
                        MONEY);
        };
    }

    private Expr text(int depth) {
        if (depth == 0) {
            return random.nextBoolean()
                    ? field(random.nextBoolean() ? "name" : "currency")
                    : constant(Type.Scalar.TEXT, TEXTS[random.nextInt(TEXTS.length)]);
        }
        if (random.nextInt(4) == 0) {
            return calendar(Function.DATE, Type.Scalar.TEXT);
        }
        Function function =
                List.of(Function.LOWER, Function.UPPER, Function.TRIM).get(random.nextInt(3));
        return random.nextBoolean()
                ? call(function, Type.Scalar.TEXT, text(depth - 1))
                : new Expr.Else(text(depth - 1), text(depth - 1));
    }

    private Expr calendar(Function function, Type type) {
        String[] zones = {"Europe/Madrid", "Asia/Kolkata", "America/New_York", "+13:45", "UTC"};
        return random.nextBoolean()
                ? call(function, type, field("at"))
                : call(function, type, field("at"), constant(Type.Scalar.TEXT, zones[random.nextInt(zones.length)]));
    }

    /** As often as not a time that lies right beside the event's, or on it. */
    private Expr time() {
        return random.nextInt(3) == 0
                ? constant(Type.Scalar.TIMESTAMP, (long) random.nextInt())
                : binary(
                        Operator.ADD,
                        field("at"),
                        constant(Type.Scalar.DURATION, (long) random.nextInt(3) * random.nextInt(100_000)),
                        Type.Scalar.TIMESTAMP);
    }

    private Expr place() {
        Expr one = field(random.nextBoolean() ? "place" : "target");
        return random.nextInt(4) == 0 ? new Expr.Else(one, field("target")) : one;
    }

    private Expr list() {
        Expr one = field(List.of("tags", "codes", "sizes", "fees").get(random.nextInt(4)));
        return random.nextInt(4) == 0 ? new Expr.Else(one, one) : one;
    }

    private Expr among(int depth) {
        Type decimals = new Type.ListOf(Type.Scalar.DECIMAL);
        Type floats = new Type.ListOf(Type.Scalar.FLOAT);
        return switch (random.nextInt(7)) {
            case 0 -> new Expr.Among(text(depth), field("tags"));
            case 1 -> new Expr.Among(whole(depth), field("codes"));
            case 2 -> new Expr.Among(decimal(depth), field("sizes"));
            case 3 -> new Expr.Among(new Expr.Widen(whole(depth), Type.Scalar.DECIMAL), field("sizes"));
            case 4 -> new Expr.Among(decimal(depth), new Expr.Widen(field("codes"), decimals));
            case 5 -> new Expr.Among(floating(depth), new Expr.Widen(field("sizes"), floats));
            default -> new Expr.Among(money(depth), field("fees"));
        };
    }

    private Expr in(int depth) {
        List<Object> entries = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            entries.add(i);
        }
        return switch (random.nextInt(4)) {
            case 0 ->
                in(
                        text(depth),
                        entries.stream().map(i -> (Object) TEXTS[(int) i]).toList());
            case 1 ->
                in(
                        whole(depth),
                        entries.stream().map(i -> (Object) (long) (int) i).toList());
            case 2 ->
                in(
                        decimal(depth),
                        entries.stream()
                                .map(i -> (Object) BigDecimal.valueOf((int) i, 1))
                                .toList());
            default -> in(field("fee"), List.of(new MoneyAmount(new BigDecimal("1.50"), "EUR")));
        };
    }

    private static Expr in(Expr operand, List<Object> entries) {
        return new Expr.In(operand, new Expr.Constant(new Type.ListOf(operand.type()), entries));
    }

    private Operator arithmetic(int kinds) {
        return List.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.REMAINDER, Operator.DIVIDE)
                .get(random.nextInt(kinds));
    }

    private Operator textTest() {
        return List.of(Operator.CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH)
                .get(random.nextInt(3));
    }

    private Operator equality() {
        return random.nextBoolean() ? Operator.EQUAL : Operator.NOT_EQUAL;
    }

    private Function rounding() {
        return List.of(Function.ROUND, Function.FLOOR, Function.CEIL).get(random.nextInt(3));
    }

    private String pattern() {
        return List.of("a", "^f.*d$", "[A-Z]+", "ë").get(random.nextInt(4));
    }

    private static Expr call(Function function, Type type, Expr... arguments) {
        return new Expr.Call(function, List.of(arguments), type);
    }

    private static Expr binary(Operator operator, Expr left, Expr right, Type type) {
        return new Expr.Binary(operator, left, right, type);
    }

    static Expr constant(Type type, Object value) {
        return new Expr.Constant(type, value);
    }

    static Expr field(String name) {
        int slot = Schemas.EVERYTHING.slotOf(name);
        Field field = Schemas.EVERYTHING.fields().get(slot);
        return new Expr.FieldOf(0, "Everything", slot, field);
    }
}
