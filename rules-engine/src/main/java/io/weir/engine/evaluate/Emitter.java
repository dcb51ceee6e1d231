package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Type;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Turns a checked expression into instructions; each method answers the register that will hold the value. */
final class Emitter {

    private final ProgramBuilder program;

    Emitter(ProgramBuilder program) {
        this.program = program;
    }

    int emit(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return program.constant(constant.type(), constant.value());
        } else if (expr instanceof Expr.FieldOf field) {
            return load(field);
        } else if (expr instanceof Expr.LetOf let) {
            return program.let(let.index());
        } else if (expr instanceof Expr.AggregateOf aggregate) {
            return program.aggregate(aggregate.index());
        } else if (expr instanceof Expr.ScoreOf score) {
            return program.score(score.index());
        } else if (expr instanceof Expr.TrendOf trend) {
            return program.trend(trend.index());
        } else if (expr instanceof Expr.FieldOfEvent field) {
            return to(Op.LOAD_OTHER, program.other(field), 0, 0);
        } else if (expr instanceof Expr.EventOf event) {
            return to(Op.EVENT, program.event(event.event()), 0, 0);
        } else if (expr instanceof Expr.StepAggregate step) {
            return to(Op.STEP, program.step(step), 0, 0);
        } else if (expr instanceof Expr.KeyOf key) {
            return to(Op.LOAD_KEY, key.part(), 0, 0);
        } else if (expr instanceof Expr.Widen widen) {
            return convert(widen.operand(), Rep.of(widen.type()));
        } else if (expr instanceof Expr.Not not) {
            return unary(Op.NOT, emit(not.operand()));
        } else if (expr instanceof Expr.And and) {
            return junction(Op.AND, Op.JUMP_IF_FALSE, true, and.operands());
        } else if (expr instanceof Expr.Or or) {
            return junction(Op.OR, Op.JUMP_IF_TRUE, false, or.operands());
        } else if (expr instanceof Expr.Negate negate) {
            return negate(negate);
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        } else if (expr instanceof Expr.In in) {
            return in(in);
        } else if (expr instanceof Expr.InPublished in) {
            return to(
                    Op.IN,
                    emit(in.operand()),
                    0,
                    program.publishedSet(in.operand().type(), in.list()));
        } else if (expr instanceof Expr.Lookup lookup) {
            return lookup(lookup);
        } else if (expr instanceof Expr.Convert convert) {
            return conversion(convert);
        } else if (expr instanceof Expr.Among among) {
            return among(among);
        } else if (expr instanceof Expr.IsMissing missing) {
            return to(Op.IS_MISSING, emit(missing.operand()), 0, 0);
        } else if (expr instanceof Expr.Else orElse) {
            return orElse(orElse);
        } else if (expr instanceof Expr.Call call) {
            return call(call);
        }
        throw new IllegalStateException("An expression that cannot be evaluated: " + expr + " (DEVELOPER)");
    }

    int toDouble(Expr expr) {
        return convert(expr, Rep.DOUBLE);
    }

    private int load(Expr.FieldOf expr) {
        int slot = program.row().slotOf(expr);
        int to = program.newRegister();
        if (slot < 0) {
            program.emit(Op.LOAD_MISSING, to, 0, 0, 0);
            return to;
        }
        Field field = program.row().field(slot);
        if (field.type() instanceof Type.Money money && money.currency() != null) {
            program.emit(Op.LOAD_MONEY_FIXED, to, slot, program.currency(money.currency()), 0);
            return to;
        }
        program.emit(Loads.opOf(field.type()), to, slot, Math.max(field.currencySlot(), 0), 0);
        return to;
    }

    private int junction(int op, int jump, boolean neutral, List<Expr> operands) {
        int to = program.newRegister();
        program.emit(Op.COPY, to, program.constant(Type.Scalar.BOOL, neutral), 0, 0);
        int[] jumps = new int[operands.size()];
        for (int i = 0; i < jumps.length; i++) {
            int operand = emit(operands.get(i));
            program.emit(op, to, to, operand, 0);
            jumps[i] = program.emitJump(jump, to);
        }
        for (int from : jumps) {
            program.land(from);
        }
        return to;
    }

    private int orElse(Expr.Else expr) {
        int to = program.newRegister();
        program.emit(Op.COPY, to, emit(expr.operand()), 0, 0);
        int present = program.emitJump(Op.JUMP_IF_PRESENT, to);
        program.emit(Op.COPY, to, convert(expr.fallback(), Rep.of(expr.type())), 0, 0);
        program.land(present);
        return to;
    }

    private int in(Expr.In expr) {
        int operand = emit(expr.operand());
        int set = program.set(expr.operand().type(), (List<?>) expr.list().value());
        return to(Op.IN, operand, 0, set);
    }

    /** A list in wider numbers is the list itself: only what is compared is widened. */
    private int among(Expr.Among expr) {
        Expr list = expr.list() instanceof Expr.Widen widen ? widen.operand() : expr.list();
        Type stored = ((Type.ListOf) list.type()).element();
        Rep compared = Rep.of(((Type.ListOf) expr.list().type()).element());
        long currency = compared == Rep.MONEY ? Currencies.pack(Lists.currency(stored)) : 0;
        int among = program.among(new Among(Rep.of(stored), compared, currency, program.newRegister()));
        return to(Op.AMONG, emit(expr.operand()), emit(list), among);
    }

    private int lookup(Expr.Lookup expr) {
        int[] keys = expr.keys().stream().mapToInt(this::emit).toArray();
        int asOf = expr.asOf() == null ? -1 : emit(expr.asOf());
        return to(Op.LOOK_UP, program.lookup(expr.table(), keys, asOf, expr.column()), 0, 0);
    }

    private int conversion(Expr.Convert expr) {
        int amount = emit(expr.operand());
        int asOf = expr.asOf() == null ? -1 : emit(expr.asOf());
        return to(Op.CONVERT, amount, 0, program.conversion(expr.rates(), asOf, expr.currency()));
    }

    private int negate(Expr.Negate expr) {
        int operand = emit(expr.operand());
        return switch (Rep.of(expr.type())) {
            case LONG -> unary(Op.LONG_NEGATE, operand);
            case DOUBLE -> unary(Op.DOUBLE_NEGATE, operand);
            case DECIMAL -> unary(Op.DECIMAL_NEGATE, operand);
            case MONEY -> withCurrencyOf(unary(Op.DECIMAL_NEGATE, operand), operand);
            case BOOL, TEXT, GEO, LIST -> throw notComputable(expr);
        };
    }

    /** The expression's value as that kind of number. */
    private int convert(Expr expr, Rep wanted) {
        return convert(emit(expr), Rep.of(expr.type()), wanted);
    }

    private int convert(int register, Rep from, Rep wanted) {
        if (from == wanted || from == Rep.MONEY && wanted == Rep.DECIMAL) {
            return register;
        } else if (wanted == Rep.DOUBLE) {
            return unary(from == Rep.LONG ? Op.LONG_TO_DOUBLE : Op.DECIMAL_TO_DOUBLE, register);
        } else if (wanted == Rep.DECIMAL) {
            return unary(from == Rep.LONG ? Op.LONG_TO_DECIMAL : Op.DOUBLE_TO_DECIMAL, register);
        } else if (wanted == Rep.LONG && from == Rep.DECIMAL) {
            return unary(Op.DECIMAL_TO_LONG, register);
        }
        throw new IllegalStateException("No way from " + from + " to " + wanted + " (DEVELOPER)");
    }

    private int binary(Expr.Binary expr) {
        Operator operator = expr.operator();
        if (operator.isComparison()) {
            return compare(expr);
        } else if (operator.isArithmetic()) {
            return arithmetic(expr);
        } else if (operator == Operator.MATCHES) {
            return matches(expr);
        }
        int op = operator == Operator.CONTAINS
                ? Op.CONTAINS
                : operator == Operator.STARTS_WITH ? Op.STARTS_WITH : Op.ENDS_WITH;
        return to(op, emit(expr.left()), emit(expr.right()), 0);
    }

    private int matches(Expr.Binary expr) {
        if (MvelPrinter.isLeftToMvel(expr)) {
            return mvel(expr);
        }
        return to(Op.MATCHES, emit(expr.left()), 0, program.pattern((String) ((Expr.Constant) expr.right()).value()));
    }

    private int compare(Expr.Binary expr) {
        int condition = Conditions.of(expr.operator());
        Rep left = Rep.of(expr.left().type());
        Rep right = Rep.of(expr.right().type());
        Rep common = left == right ? left : left == Rep.DOUBLE || right == Rep.DOUBLE ? Rep.DOUBLE : Rep.DECIMAL;
        int a = convert(expr.left(), common);
        int b = convert(expr.right(), common);
        boolean equality = condition >= Conditions.EQUAL;
        return switch (common) {
            case BOOL, LONG -> to(Op.COMPARE_LONG, a, b, condition);
            case DOUBLE -> to(Op.COMPARE_DOUBLE, a, b, condition);
            case DECIMAL -> to(Op.COMPARE_DECIMAL, a, b, condition);
            case MONEY -> to(Op.COMPARE_MONEY, a, b, condition);
            case TEXT -> to(equality ? Op.EQUAL_TEXT : Op.COMPARE_TEXT, a, b, condition);
            case GEO -> to(Op.EQUAL_GEO, a, b, condition);
            case LIST -> throw notComputable(expr);
        };
    }

    private int arithmetic(Expr.Binary expr) {
        Rep left = Rep.of(expr.left().type());
        Rep right = Rep.of(expr.right().type());
        boolean whole = left == Rep.LONG && right == Rep.LONG && expr.operator() != Operator.DIVIDE;
        return switch (Rep.of(expr.type())) {
            case LONG ->
                whole
                        ? to(Op.LONG_ADD + offset(expr), emit(expr.left()), emit(expr.right()), 0)
                        : unary(Op.DECIMAL_TO_LONG, decimal(expr));
            case DOUBLE -> to(floating(expr), toDouble(expr.left()), toDouble(expr.right()), 0);
            case DECIMAL -> left == Rep.MONEY && right == Rep.MONEY ? ratio(expr) : decimal(expr);
            case MONEY -> money(expr, left, right);
            case BOOL, TEXT, GEO, LIST -> throw notComputable(expr);
        };
    }

    private int decimal(Expr.Binary expr) {
        return to(exact(expr), convert(expr.left(), Rep.DECIMAL), convert(expr.right(), Rep.DECIMAL), 0);
    }

    private int ratio(Expr.Binary expr) {
        int a = emit(expr.left());
        int b = emit(expr.right());
        int to = to(exact(expr), a, b, 0);
        program.emit(Op.SAME_CURRENCY, to, a, b, 0);
        return to;
    }

    private int money(Expr.Binary expr, Rep left, Rep right) {
        if (left == Rep.MONEY && right == Rep.MONEY) {
            return ratio(expr);
        }
        int a = left == Rep.MONEY ? emit(expr.left()) : convert(expr.left(), Rep.DECIMAL);
        int b = right == Rep.MONEY ? emit(expr.right()) : convert(expr.right(), Rep.DECIMAL);
        return withCurrencyOf(to(exact(expr), a, b, 0), left == Rep.MONEY ? a : b);
    }

    private int withCurrencyOf(int to, int money) {
        program.emit(Op.CURRENCY_OF, to, money, 0, 0);
        return to;
    }

    private static int offset(Expr.Binary expr) {
        return switch (expr.operator()) {
            case ADD -> 0;
            case SUBTRACT -> 1;
            case MULTIPLY -> 2;
            default -> 3;
        };
    }

    private static int exact(Expr.Binary expr) {
        return switch (expr.operator()) {
            case ADD -> Op.DECIMAL_ADD;
            case SUBTRACT -> Op.DECIMAL_SUBTRACT;
            case MULTIPLY -> Op.DECIMAL_MULTIPLY;
            case DIVIDE -> Op.DECIMAL_DIVIDE;
            default -> Op.DECIMAL_REMAINDER;
        };
    }

    private static int floating(Expr.Binary expr) {
        return switch (expr.operator()) {
            case ADD -> Op.DOUBLE_ADD;
            case SUBTRACT -> Op.DOUBLE_SUBTRACT;
            case MULTIPLY -> Op.DOUBLE_MULTIPLY;
            case DIVIDE -> Op.DOUBLE_DIVIDE;
            default -> Op.DOUBLE_REMAINDER;
        };
    }

    private int call(Expr.Call expr) {
        if (MvelPrinter.isLeftToMvel(expr)) {
            return mvel(expr);
        }
        return switch (expr.function()) {
            case ABS -> abs(expr, Rep.of(expr.type()));
            case LENGTH -> length(expr.arguments().get(0));
            case HOUR -> calendar(expr, Op.HOUR, Op.HOUR_IN);
            case WEEKDAY -> calendar(expr, Op.WEEKDAY, Op.WEEKDAY_IN);
            case DATE -> calendar(expr, Op.DATE_IN, Op.DATE_IN);
            case DISTANCE -> journey(Op.DISTANCE, expr, 0, 1);
            case ELAPSED -> journey(Op.ELAPSED, expr, 0, 1);
            case SPEED -> to(Op.SPEED, journey(Op.DISTANCE, expr, 0, 2), journey(Op.ELAPSED, expr, 1, 3), 0);
            default -> throw notComputable(expr);
        };
    }

    private int length(Expr operand) {
        return unary(Rep.of(operand.type()) == Rep.LIST ? Op.LIST_LENGTH : Op.LENGTH, emit(operand));
    }

    private int calendar(Expr.Call expr, int inUtc, int inZone) {
        int operand = emit(expr.arguments().get(0));
        boolean withZone = expr.arguments().size() > 1;
        if (!withZone && inUtc != inZone) {
            return unary(inUtc, operand);
        }
        ZoneId zone =
                withZone ? ZoneId.of((String) ((Expr.Constant) expr.arguments().get(1)).value()) : ZoneOffset.UTC;
        return to(inZone, operand, 0, program.zone(zone));
    }

    private int journey(int op, Expr.Call expr, int from, int to) {
        return to(op, emit(expr.arguments().get(from)), emit(expr.arguments().get(to)), 0);
    }

    private int abs(Expr.Call expr, Rep type) {
        int operand = convert(expr.arguments().get(0), type);
        return switch (type) {
            case LONG -> unary(Op.LONG_ABS, operand);
            case DOUBLE -> unary(Op.DOUBLE_ABS, operand);
            case DECIMAL -> unary(Op.DECIMAL_ABS, operand);
            case MONEY -> withCurrencyOf(unary(Op.DECIMAL_ABS, operand), operand);
            case BOOL, TEXT, GEO, LIST -> throw notComputable(expr);
        };
    }

    /** What the instructions do not cover: its operands are computed here, itself by MVEL. */
    private int mvel(Expr expr) {
        return to(Op.MVEL, program.mvel(MvelPrinter.onlyWhatIsLeft(this::emit).print(expr)), 0, 0);
    }

    private int unary(int op, int a) {
        return to(op, a, 0, 0);
    }

    private int to(int op, int a, int b, int c) {
        int to = program.newRegister();
        program.emit(op, to, a, b, c);
        return to;
    }

    private static IllegalStateException notComputable(Expr expr) {
        return new IllegalStateException("No such calculation: " + expr + " (DEVELOPER)");
    }
}
