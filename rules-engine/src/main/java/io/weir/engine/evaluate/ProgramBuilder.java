package io.weir.engine.evaluate;

import com.google.re2j.Pattern;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Score;
import io.weir.dsl.plan.Template;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the instructions, registers and constants of a {@link Program}. Lets, aggregates, scores and trends have the first registers,
 * in that order; the expressions that are evaluated are added one by one.
 */
final class ProgramBuilder {

    private final StreamView row;
    private final Reference reference;
    private final Emitter emitter = new Emitter(this);
    private final Named named;
    private final RowSchemas schemas;
    private final int[] letAt;
    private final ScoreCall[] scores;
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<ValueSet> sets = new ArrayList<>();
    private final List<TableLookup> lookups = new ArrayList<>();
    private final List<Conversion> conversions = new ArrayList<>();
    private final List<Among> amongs = new ArrayList<>();
    private final List<MvelExpression> mvel = new ArrayList<>();
    private final List<Long> currencies = new ArrayList<>();
    private final List<ZoneClock> zones = new ArrayList<>();
    private final List<OtherField> others = new ArrayList<>();
    private final List<EventRef> events = new ArrayList<>();
    private final List<Expr.StepAggregate> steps = new ArrayList<>();
    private final Map<Object, Integer> constants = new HashMap<>();
    private int[] code = new int[64];
    private int end;
    private int registers;

    private record ConstantKey(Rep rep, Object value) {}

    /** A program of expressions over a row alone. */
    ProgramBuilder(StreamView row) {
        this(row, Named.NOTHING, RowSchemas.NONE);
    }

    ProgramBuilder(StreamView row, Reference reference) {
        this(row, Named.NOTHING.reading(reference), RowSchemas.NONE);
    }

    /** @param schemas of the other events that the expressions look at */
    ProgramBuilder(StreamView row, Named named, RowSchemas schemas) {
        this.row = row;
        this.named = named;
        this.reference = named.reference();
        this.schemas = schemas;
        this.letAt = new int[named.lets().size()];
        this.scores = new ScoreCall[named.scores().size()];
        this.registers = firstTrend() + named.trends();
        for (int i = 0; i < letAt.length; i++) {
            Expr value = named.lets().get(i).value();
            letAt[i] = end;
            emit(Op.COPY, i, emitter.emit(value), 0, 0);
            emit(Op.END, 0, 0, 0, 0);
        }
        for (int i = 0; i < this.scores.length; i++) {
            Score score = named.scores().get(i);
            List<Program.Entry> inputs =
                    score.inputs().stream().map(this::addAsDouble).toList();
            this.scores[i] = new ScoreCall(score.model(), named.models().apply(score), inputs);
        }
    }

    /** Adds an expression; its entry is good for the program that is built in the end. */
    Program.Entry add(Expr expr) {
        int start = end;
        int register = emitter.emit(expr);
        emit(Op.END, 0, 0, 0, 0);
        return new Program.Entry(start, register);
    }

    private Program.Entry addAsDouble(Expr expr) {
        int start = end;
        int register = emitter.toDouble(expr);
        emit(Op.END, 0, 0, 0, 0);
        return new Program.Entry(start, register);
    }

    /** Adds a template's text. */
    Program.Entry add(Template text) {
        int start = end;
        return add(start, MvelPrinter.onlyWhatIsLeft(emitter::emit).print(text));
    }

    /** Adds an expression that MVEL evaluates, all of it. */
    Program.Entry addMvel(Expr expr) {
        int start = end;
        return add(start, MvelPrinter.everything(emitter::emit).print(expr));
    }

    private Program.Entry add(int start, MvelExpression printed) {
        int expression = mvel(printed);
        int register = newRegister();
        emit(Op.MVEL, register, expression, 0, 0);
        emit(Op.END, 0, 0, 0, 0);
        return new Program.Entry(start, register);
    }

    Program build() {
        return new Program(this);
    }

    StreamView row() {
        return row;
    }

    int newRegister() {
        return registers++;
    }

    void emit(int op, int to, int a, int b, int c) {
        if (end + Op.WIDTH > code.length) {
            code = Arrays.copyOf(code, code.length * 2);
        }
        code[end] = op;
        code[end + 1] = to;
        code[end + 2] = a;
        code[end + 3] = b;
        code[end + 4] = c;
        end += Op.WIDTH;
    }

    /** Emits a jump whose target is set by {@link #land}. */
    int emitJump(int op, int register) {
        emit(op, 0, register, 0, 0);
        return end - Op.WIDTH;
    }

    void land(int jump) {
        code[jump + 1] = end;
    }

    int let(int index) {
        emit(Op.LET, 0, index, 0, 0);
        return index;
    }

    int aggregate(int index) {
        emit(Op.AGGREGATE, 0, index, 0, 0);
        return firstAggregate() + index;
    }

    int score(int index) {
        emit(Op.SCORE, 0, index, 0, 0);
        return firstScore() + index;
    }

    int trend(int index) {
        emit(Op.TREND, 0, index, 0, 0);
        return firstTrend() + index;
    }

    int other(Expr.FieldOfEvent field) {
        others.add(new OtherField(field, schemas));
        return others.size() - 1;
    }

    int event(EventRef event) {
        events.add(event);
        return events.size() - 1;
    }

    int step(Expr.StepAggregate aggregate) {
        steps.add(aggregate);
        return steps.size() - 1;
    }

    int constant(Type type, Object value) {
        return constants.computeIfAbsent(new ConstantKey(Rep.of(type), value), any -> newRegister());
    }

    int pattern(String regex) {
        patterns.add(Pattern.compile(regex));
        return patterns.size() - 1;
    }

    int set(Type operand, List<?> entries) {
        sets.add(ValueSet.of(operand, entries));
        return sets.size() - 1;
    }

    int publishedSet(Type operand, String list) {
        sets.add(reference.list(list).of(operand));
        return sets.size() - 1;
    }

    int lookup(String table, int[] keys, int asOf, String column) {
        lookups.add(new TableLookup(reference.table(table), keys, asOf, column));
        return lookups.size() - 1;
    }

    int conversion(String rates, int asOf, String target) {
        TableStore table = reference.table(rates);
        String column = table.table().columns().get(0).name();
        TableLookup rate = new TableLookup(table, new int[0], asOf, column);
        conversions.add(new Conversion(rate, Currencies.pack(target), newRegister()));
        return conversions.size() - 1;
    }

    int among(Among among) {
        amongs.add(among);
        return amongs.size() - 1;
    }

    int mvel(MvelExpression expression) {
        mvel.add(expression);
        return mvel.size() - 1;
    }

    int currency(String code) {
        currencies.add(Currencies.pack(code));
        return currencies.size() - 1;
    }

    int zone(ZoneId zone) {
        zones.add(new ZoneClock(zone));
        return zones.size() - 1;
    }

    Frame frame() {
        Frame frame = new Frame(registers);
        constants.forEach((key, register) -> preload(frame, register, (ConstantKey) key));
        return frame;
    }

    private static void preload(Frame frame, int register, ConstantKey constant) {
        Object value = constant.value();
        switch (constant.rep()) {
            case DECIMAL -> frame.decimal(register, decimal(value));
            case DOUBLE -> frame.number(register, ((Number) value).doubleValue());
            case LONG -> frame.number(register, ((Number) value).longValue());
            case MONEY -> {
                frame.decimal(register, ((MoneyAmount) value).amount());
                frame.currency[register] = Currencies.pack(((MoneyAmount) value).currency());
            }
            case BOOL, TEXT, GEO, LIST -> frame.unbox(register, value);
        }
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal exact ? exact : BigDecimal.valueOf(((Number) value).longValue());
    }

    int[] code() {
        return Arrays.copyOf(code, end);
    }

    int[] letAt() {
        return letAt;
    }

    int firstAggregate() {
        return named.lets().size();
    }

    int firstScore() {
        return firstAggregate() + named.aggregates();
    }

    int firstTrend() {
        return firstScore() + named.scores().size();
    }

    int named() {
        return firstTrend() + named.trends();
    }

    OtherField[] others() {
        return others.toArray(OtherField[]::new);
    }

    EventRef[] events() {
        return events.toArray(EventRef[]::new);
    }

    Expr.StepAggregate[] steps() {
        return steps.toArray(Expr.StepAggregate[]::new);
    }

    ScoreCall[] scores() {
        return scores;
    }

    Pattern[] patterns() {
        return patterns.toArray(Pattern[]::new);
    }

    ValueSet[] sets() {
        return sets.toArray(ValueSet[]::new);
    }

    TableLookup[] lookups() {
        return lookups.toArray(TableLookup[]::new);
    }

    Conversion[] conversions() {
        return conversions.toArray(Conversion[]::new);
    }

    Among[] amongs() {
        return amongs.toArray(Among[]::new);
    }

    MvelExpression[] mvel() {
        return mvel.toArray(MvelExpression[]::new);
    }

    ZoneClock[] zones() {
        return zones.toArray(ZoneClock[]::new);
    }

    long[] currencies() {
        return currencies.stream().mapToLong(Long::longValue).toArray();
    }
}
