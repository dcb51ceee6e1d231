package io.weir.engine.evaluate;

import static io.weir.engine.evaluate.RandomExpressions.constant;
import static io.weir.engine.evaluate.RandomExpressions.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Function;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Template;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

    private static final StreamView VIEW = new StreamView(Schemas.EVERYTHING, 0);
    private static final int TREES = 20_000;
    private static final int ROWS_PER_TREE = 5;

    private final EventDecoder decoder = Decoders.in(ZoneOffset.UTC).decoder(Schemas.EVERYTHING, 7);

    @Test
    void randomTrees_givenRandomEvents_sayTheSameAsMvel() throws Exception {
        int compared = 0;
        for (long seed = 0; seed < TREES; seed++) {
            Random random = new Random(seed);
            Expr expr = new RandomExpressions(random).any(1 + random.nextInt(4));
            Both both = new Both(expr);
            for (int i = 0; i < ROWS_PER_TREE; i++) {
                Row row = decoder.decode(
                        new RandomEvents(random).document().toString().getBytes(StandardCharsets.UTF_8), 0, 0);
                compared += both.agreeOn(row, seed) ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(TREES * ROWS_PER_TREE * 8 / 10);
    }

    /** An expression compiled both ways. */
    private static final class Both {
        private final Expr expr;
        private final ProgramBuilder builder = new ProgramBuilder(VIEW);
        private final Program.Entry flat;
        private final Program.Entry mvel;
        private final Program program;

        Both(Expr expr) {
            this.expr = expr;
            flat = builder.add(expr);
            mvel = builder.addMvel(expr);
            program = builder.build();
        }

        /** False where MVEL failed: it evaluates what a program passes over. */
        boolean agreeOn(Row row, long seed) {
            String what = "seed " + seed + ": " + expr.canonical();
            Object expected;
            try {
                expected = value(mvel, row);
            } catch (RuleFailure e) {
                return false;
            }
            assertThat(plain(value(flat, row))).as(what).isEqualTo(plain(expected));
            return true;
        }

        @Nullable
        private Object value(Program.Entry entry, Row row) {
            program.begin(row);
            program.run(entry);
            return program.frame.boxed(entry.register(), expr.type());
        }

        @Nullable
        private static Object plain(@Nullable Object value) {
            if (value instanceof BigDecimal decimal) {
                return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
            } else if (value instanceof MoneyAmount money) {
                return List.of(Objects.requireNonNull(plain(money.amount())), money.currency());
            }
            return value instanceof Double number ? (Object) (number + 0.0) : value;
        }
    }

    @Test
    void overflowOfInts_isAFailureNotAWrap() throws Exception {
        Expr expr = new Expr.Binary(Operator.ADD, field("n"), constant(Type.Scalar.INT, 1L), Type.Scalar.INT);

        assertThatThrownBy(() -> evaluate(expr, "{'n':9223372036854775807,'at':0}"))
                .isInstanceOf(RuleFailure.class)
                .hasMessage("int overflow");
        assertThat(evaluate(expr, "{'n':41,'at':0}")).isEqualTo(42L);
    }

    @Test
    void moneysOfTwoCurrencies_compareAsMissing() throws Exception {
        Expr expr = new Expr.Binary(Operator.GREATER, field("amount"), field("fee"), Type.Scalar.BOOL);

        assertThat(evaluate(expr, "{'payment':{'amount':2,'currency':'EUR'},'fee':1,'at':0}"))
                .isEqualTo(true);
        assertThat(evaluate(expr, "{'payment':{'amount':2,'currency':'USD'},'fee':1,'at':0}"))
                .isNull();
        assertThat(evaluate(expr, "{'payment':{'amount':2},'fee':1,'at':0}")).isNull();
    }

    @Test
    void division_isDecimalOf34Digits_byZeroMissing() throws Exception {
        Expr expr = new Expr.Binary(Operator.DIVIDE, constant(Type.Scalar.INT, 2L), field("n"), Type.Scalar.DECIMAL);

        assertThat(evaluate(expr, "{'n':3,'at':0}")).isEqualTo(new BigDecimal("0.6666666666666666666666666666666667"));
        assertThat(evaluate(expr, "{'n':0,'at':0}")).isNull();
    }

    @Test
    void decimalsWithoutEnd_areAFailure() {
        Expr square = field("d");
        for (int i = 0; i < 12; i++) {
            square = new Expr.Binary(Operator.MULTIPLY, square, square, Type.Scalar.DECIMAL);
        }
        Expr endless = square;

        assertThatThrownBy(() -> evaluate(endless, "{'d':123456789.123456789,'at':0}"))
                .hasMessageContaining("more than 1000 digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.getRuntime().exit(3)",
                "\" + Runtime.getRuntime().exit(3) + \"",
                "'); java.lang.System.exit(3); ('",
                "@{System.exit(3)}",
                "${v0} k0 f_add(1, 2) \\\" \\u0022 \n ;",
            })
    void textOfAUser_inTemplateConstantFieldOrLet_staysData(String hostile) throws Exception {
        Expr trimmed = call(Function.TRIM, constant(Type.Scalar.TEXT, hostile));
        Expr lower = call(Function.LOWER, field("name"));
        Template template = new Template(List.of(
                new Template.Literal(hostile),
                new Template.Value(hostile, trimmed),
                new Template.Value("name", lower),
                new Template.Value("let", new Expr.LetOf(0, hostile, Type.Scalar.TEXT))));
        ProgramBuilder builder = new ProgramBuilder(
                VIEW,
                new Named(
                        List.of(new io.weir.dsl.plan.Let(hostile, trimmed)),
                        0,
                        List.of(),
                        0,
                        any -> null,
                        Reference.NONE),
                RowSchemas.NONE);
        Program.Entry text = builder.add(template);
        Program program = builder.build();
        RowWriter writer = new RowWriter(7, Schemas.EVERYTHING.fields().size()).begin();
        writer.setText(0, hostile);

        program.begin(writer.finish(0, 0, 0));
        program.run(text);

        assertThat(program.frame.asText(text.register()))
                .isEqualTo(hostile + hostile.strip() + hostile.toLowerCase(java.util.Locale.ROOT) + hostile.strip());
    }

    @Test
    void template_ofEveryType_showsAsTheLanguageSays() throws Exception {
        Template template = new Template(List.of(
                value("name"),
                new Template.Literal(" | "),
                value("d"),
                new Template.Literal(" | "),
                value("f"),
                new Template.Literal(" | "),
                value("took"),
                new Template.Literal(" | "),
                value("amount"),
                new Template.Literal(" | "),
                value("fee"),
                new Template.Literal(" | "),
                value("at"),
                new Template.Literal(" | "),
                value("ok")));
        ProgramBuilder builder = new ProgramBuilder(VIEW);
        Program.Entry text = builder.add(template);
        Program program = builder.build();

        program.begin(
                row("{'name':'Zoë','d':12.3400,'f':0.92,'took':90000,'payment':{'amount':1234.5,'currency':'EUR'},"
                        + "'at':'2026-01-01','ok':true}"));
        program.run(text);

        assertThat(program.frame.asText(text.register()))
                .isEqualTo(
                        "Zoë | 12.34 | 0.92 | 90 seconds | 1234.50 EUR | (missing) | 2026-01-01T00:00:00.000Z | true");
    }

    private static Template.Value value(String name) {
        return new Template.Value(name, field(name));
    }

    private static Expr call(Function function, Expr operand) {
        return new Expr.Call(function, List.of(operand), Type.Scalar.TEXT);
    }

    @Nullable
    private Object evaluate(Expr expr, String json) throws Exception {
        ProgramBuilder builder = new ProgramBuilder(VIEW);
        Program.Entry entry = builder.add(expr);
        Program program = builder.build();
        program.begin(row(json));
        program.run(entry);
        return program.frame.boxed(entry.register(), expr.type());
    }

    private Row row(String json) throws UnreadableEvent {
        return decoder.decode(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 0, 0);
    }
}
