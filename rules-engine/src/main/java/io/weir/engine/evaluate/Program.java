package io.weir.engine.evaluate;

import com.google.re2j.Pattern;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.Arrays;

/**
 * Expressions of one rule as a flat list of instructions over the registers of a {@link Frame}. Nothing is allocated while it runs,
 * but for decimals beyond 18 digits, {@code matches}, and what is left to MVEL. Lets, aggregates, scores and trends are computed
 * when first asked for, once an event.
 */
final class Program {

    private static final long MILLIS_PER_HOUR = 3_600_000;
    private static final long MILLIS_PER_DAY = 86_400_000;

    final Frame frame;
    private final int[] code;
    private final int[] letAt;
    private final int firstAggregate;
    private final int firstScore;
    private final int firstTrend;
    private final int named;
    private final ScoreCall[] scores;
    private final OtherField[] others;
    private final EventRef[] events;
    private final Expr.StepAggregate[] steps;
    private final Pattern[] patterns;
    private final ValueSet[] sets;
    private final TableLookup[] lookups;
    private final Conversion[] conversions;
    private final Among[] amongs;
    private final MvelExpression[] mvel;
    private final long[] currencies;
    private final ZoneClock[] zones;

    /** Where an expression's code begins, and the register that holds its value afterwards. */
    record Entry(int at, int register) {}

    Program(ProgramBuilder builder) {
        frame = builder.frame();
        code = builder.code();
        letAt = builder.letAt();
        firstAggregate = builder.firstAggregate();
        firstScore = builder.firstScore();
        firstTrend = builder.firstTrend();
        named = builder.named();
        others = builder.others();
        events = builder.events();
        steps = builder.steps();
        scores = builder.scores();
        patterns = builder.patterns();
        sets = builder.sets();
        lookups = builder.lookups();
        conversions = builder.conversions();
        amongs = builder.amongs();
        mvel = builder.mvel();
        currencies = builder.currencies();
        zones = builder.zones();
    }

    /** Everything that runs from here on is about that row. */
    void begin(Row row) {
        frame.row = row.bytes();
        frame.moment = row.time();
        Arrays.fill(frame.state, 0, named, Frame.UNSET);
    }

    /** The same without a row, at a moment. */
    void begin(long moment) {
        frame.row = Frame.NOTHING;
        frame.moment = moment;
        Arrays.fill(frame.state, 0, named, Frame.UNSET);
    }

    /** 0, 1, or 2 for missing. Fails with {@link RuleFailure}. */
    int test(Entry entry) {
        run(entry);
        return (int) frame.bits[entry.register()];
    }

    /** Leaves the value in the entry's register. Fails with {@link RuleFailure}. */
    void run(Entry entry) {
        try {
            run(entry.at());
        } catch (ArithmeticException e) {
            throw new RuleFailure("int overflow");
        }
    }

    /** Computes a let unless it was; answers its register. */
    int let(int index) {
        if (frame.state[index] == Frame.UNSET) {
            run(letAt[index]);
        }
        return index;
    }

    /** The same for an aggregate. */
    int aggregate(int index) {
        int register = firstAggregate + index;
        if (frame.state[register] == Frame.UNSET) {
            host().aggregate(index, frame, register);
        }
        return register;
    }

    /** The same for a trend. */
    int trend(int index) {
        int register = firstTrend + index;
        if (frame.state[register] == Frame.UNSET) {
            frame.bool(register, host().trend(index));
        }
        return register;
    }

    private Frame.Host host() {
        Frame.Host host = frame.host;
        if (host == null) {
            throw new IllegalStateException("A program asks of a state that it was not given (DEVELOPER)");
        }
        return host;
    }

    /** The same for a score. */
    int score(int index) {
        int register = firstScore + index;
        if (frame.state[register] == Frame.UNSET) {
            ScoreCall call = scores[index];
            for (int i = 0; i < call.inputs(); i++) {
                run(call.entry(i).at());
            }
            call.score(frame, register);
        }
        return register;
    }

    ScoreCall scoreCall(int index) {
        return scores[index];
    }

    private void run(int start) {
        Frame f = frame;
        int[] c = code;
        for (int pc = start; ; pc += Op.WIDTH) {
            int op = c[pc];
            int to = c[pc + 1];
            int a = c[pc + 2];
            int b = c[pc + 3];
            if (op >= Op.BINARY) {
                if (f.state[a] == Frame.PRESENT && f.state[b] == Frame.PRESENT) {
                    binary(f, op, to, a, b, c[pc + 4]);
                } else {
                    f.missing(to);
                }
            } else if (op >= Op.UNARY) {
                if (f.state[a] == Frame.PRESENT) {
                    unary(f, op, to, a, c[pc + 4]);
                } else {
                    f.missing(to);
                }
            } else if (op == Op.END) {
                return;
            } else if (op <= Op.JUMP_IF_PRESENT) {
                pc = jumps(f, op, a) ? to - Op.WIDTH : pc;
            } else {
                other(f, op, to, a, b);
            }
        }
    }

    private static boolean jumps(Frame f, int op, int a) {
        return switch (op) {
            case Op.JUMP_IF_FALSE -> f.bits[a] == 0;
            case Op.JUMP_IF_TRUE -> f.bits[a] == 1;
            default -> f.state[a] == Frame.PRESENT;
        };
    }

    private void other(Frame f, int op, int to, int a, int b) {
        switch (op) {
            case Op.AND -> f.bool(to, and((int) f.bits[a], (int) f.bits[b]));
            case Op.OR -> f.bool(to, or((int) f.bits[a], (int) f.bits[b]));
            case Op.LET -> let(a);
            case Op.AGGREGATE -> aggregate(a);
            case Op.SCORE -> score(a);
            case Op.TREND -> trend(a);
            case Op.LOAD_OTHER -> others[a].load(f, to);
            case Op.EVENT -> event(f, to, events[a]);
            case Op.STEP -> host().step(steps[a], f, to);
            case Op.LOAD_KEY -> f.unbox(to, host().key(a));
            case Op.COPY -> f.copy(to, a);
            case Op.IS_MISSING -> f.bool(to, f.state[a] != Frame.PRESENT);
            case Op.MVEL -> mvel[a].evaluate(f, to);
            case Op.LOAD_MONEY_FIXED -> {
                Loads.decimalField(f, to, a);
                f.currency[to] = currencies[b];
            }
            case Op.LOAD_MISSING -> f.missing(to);
            case Op.LOOK_UP -> lookups[a].read(f, to);
            default -> Loads.load(f, op, to, a, b);
        }
    }

    private void event(Frame f, int to, EventRef event) {
        if (host().event(event) == null) {
            f.missing(to);
        } else {
            f.bool(to, true);
        }
    }

    private static int and(int a, int b) {
        return a == 0 || b == 0 ? 0 : a == 2 || b == 2 ? 2 : 1;
    }

    private static int or(int a, int b) {
        return a == 1 || b == 1 ? 1 : a == 2 || b == 2 ? 2 : 0;
    }

    private void unary(Frame f, int op, int to, int a, int c) {
        switch (op) {
            case Op.NOT -> f.bool(to, f.bits[a] == 0);
            case Op.LONG_TO_DECIMAL -> f.decimal(to, f.bits[a], 0);
            case Op.LONG_TO_DOUBLE -> f.number(to, (double) f.bits[a]);
            case Op.DECIMAL_TO_DOUBLE -> f.number(to, f.asDecimal(a).doubleValue());
            case Op.DECIMAL_TO_LONG ->
                f.number(to, f.asDecimal(a).setScale(0, RoundingMode.HALF_EVEN).longValueExact());
            case Op.DOUBLE_TO_DECIMAL -> f.decimal(to, java.math.BigDecimal.valueOf(f.asDouble(a)));
            case Op.LONG_NEGATE -> f.number(to, Math.negateExact(f.bits[a]));
            case Op.DOUBLE_NEGATE -> f.number(to, -f.asDouble(a));
            case Op.DECIMAL_NEGATE -> Decimals.negate(f, to, a);
            case Op.LONG_ABS -> f.number(to, Math.absExact(f.bits[a]));
            case Op.DOUBLE_ABS -> f.number(to, Math.abs(f.asDouble(a)));
            case Op.DECIMAL_ABS -> f.decimal(to, f.asDecimal(a).abs());
            case Op.CURRENCY_OF -> f.currency[to] = f.currency[a];
            case Op.CONVERT -> conversions[c].convert(f, to, a);
            case Op.LENGTH -> f.number(to, (long) Texts.codePoints(f, a));
            case Op.LIST_LENGTH -> f.number(to, (long) f.length(a));
            case Op.HOUR -> f.number(to, Math.floorMod(f.bits[a], MILLIS_PER_DAY) / MILLIS_PER_HOUR);
            case Op.WEEKDAY -> f.number(to, weekday(f.bits[a]));
            case Op.HOUR_IN -> f.number(to, zones[c].hour(f.bits[a]));
            case Op.WEEKDAY_IN -> f.number(to, zones[c].weekday(f.bits[a]));
            case Op.DATE_IN -> date(f, to, zones[c].date(f.bits[a]));
            case Op.IN -> f.bool(to, sets[c].contains(f, a));
            case Op.MATCHES -> f.bool(to, patterns[c].matcher(f.asText(a)).find());
            default -> throw new IllegalStateException("Unknown instruction " + op + " (DEVELOPER)");
        }
    }

    private static void date(Frame f, int to, byte[] date) {
        f.text(to, date, 0, date.length);
    }

    /** 1 for Monday, as ISO 8601 counts; 1970-01-01 was a Thursday. */
    private static long weekday(long millis) {
        long sinceMonday = Math.floorDiv(millis, MILLIS_PER_DAY) + DayOfWeek.THURSDAY.getValue() - 1;
        return Math.floorMod(sinceMonday, 7L) + 1;
    }

    private void binary(Frame f, int op, int to, int a, int b, int c) {
        switch (op) {
            case Op.LONG_ADD -> f.number(to, Math.addExact(f.bits[a], f.bits[b]));
            case Op.LONG_SUBTRACT -> f.number(to, Math.subtractExact(f.bits[a], f.bits[b]));
            case Op.LONG_MULTIPLY -> f.number(to, Math.multiplyExact(f.bits[a], f.bits[b]));
            case Op.LONG_REMAINDER -> longRemainder(f, to, a, b);
            case Op.DOUBLE_ADD -> f.number(to, f.asDouble(a) + f.asDouble(b));
            case Op.DOUBLE_SUBTRACT -> f.number(to, f.asDouble(a) - f.asDouble(b));
            case Op.DOUBLE_MULTIPLY -> f.number(to, f.asDouble(a) * f.asDouble(b));
            case Op.DOUBLE_DIVIDE -> doubleDivide(f, to, a, b);
            case Op.DOUBLE_REMAINDER -> f.number(to, f.asDouble(a) % f.asDouble(b));
            case Op.DECIMAL_ADD -> Decimals.add(f, to, a, b);
            case Op.DECIMAL_SUBTRACT -> Decimals.subtract(f, to, a, b);
            case Op.DECIMAL_MULTIPLY -> Decimals.multiply(f, to, a, b);
            case Op.DECIMAL_DIVIDE -> Decimals.divide(f, to, a, b);
            case Op.DECIMAL_REMAINDER -> Decimals.remainder(f, to, a, b);
            case Op.SAME_CURRENCY -> sameCurrency(f, to, a, b);
            case Op.AMONG -> f.bool(to, amongs[c].contains(f, a, b));
            case Op.DISTANCE -> f.decimal(to, Loads.distance(f, a, b), Journey.DISTANCE_SCALE);
            case Op.SPEED -> speed(f, to, a, b);
            case Op.ELAPSED -> f.number(to, Journey.elapsed(f.bits[a], f.bits[b]));
            default -> compare(f, op, to, a, b, c);
        }
    }

    private static void longRemainder(Frame f, int to, int a, int b) {
        if (f.bits[b] == 0) {
            f.missing(to);
        } else {
            f.number(to, f.bits[a] % f.bits[b]);
        }
    }

    private static void doubleDivide(Frame f, int to, int a, int b) {
        if (f.asDouble(b) == 0) {
            f.missing(to);
        } else {
            f.number(to, f.asDouble(a) / f.asDouble(b));
        }
    }

    /** Of a distance and a time. */
    private static void speed(Frame f, int to, int a, int b) {
        if (f.bits[b] != 0) {
            f.decimal(to, Journey.speed(f.bits[a], f.bits[b]), Journey.SPEED_SCALE);
        } else if (f.bits[a] == 0) {
            f.decimal(to, 0, 0);
        } else {
            f.decimal(to, Journey.AT_ONCE);
        }
    }

    private static void sameCurrency(Frame f, int to, int a, int b) {
        if (!meet(f, a, b)) {
            f.missing(to);
        } else {
            f.currency[to] = f.currency[a] == 0 ? f.currency[b] : f.currency[a];
        }
    }

    /** Whether two amounts are of one currency; an empty sum is of any. */
    private static boolean meet(Frame f, int a, int b) {
        if (f.currency[a] == f.currency[b] || f.currency[a] == 0 || f.currency[b] == 0) {
            return true;
        }
        f.unmet.currencies++;
        return false;
    }

    private static void compare(Frame f, int op, int to, int a, int b, int condition) {
        switch (op) {
            case Op.COMPARE_LONG -> f.bool(to, holds(Long.compare(f.bits[a], f.bits[b]), condition));
            case Op.COMPARE_DOUBLE -> f.bool(to, holds(compare(f.asDouble(a), f.asDouble(b)), condition));
            case Op.COMPARE_DECIMAL -> f.bool(to, holds(Decimals.compare(f, a, b), condition));
            case Op.COMPARE_MONEY -> {
                if (meet(f, a, b)) {
                    f.bool(to, holds(Decimals.compare(f, a, b), condition));
                } else {
                    f.missing(to);
                }
            }
            case Op.COMPARE_TEXT -> f.bool(to, holds(Texts.compare(f, a, b), condition));
            case Op.EQUAL_TEXT -> f.bool(to, Texts.equal(f, a, b) == (condition == Conditions.EQUAL));
            case Op.EQUAL_GEO -> f.bool(to, Loads.sameGeo(f, a, b) == (condition == Conditions.EQUAL));
            case Op.CONTAINS -> f.bool(to, Texts.contains(f, a, b));
            case Op.STARTS_WITH -> f.bool(to, Texts.startsWith(f, a, b));
            case Op.ENDS_WITH -> f.bool(to, Texts.endsWith(f, a, b));
            default -> throw new IllegalStateException("Unknown instruction " + op + " (DEVELOPER)");
        }
    }

    private static int compare(double a, double b) {
        return a < b ? -1 : a > b ? 1 : 0;
    }

    private static boolean holds(int comparison, int condition) {
        return Conditions.holds(comparison, condition);
    }
}
