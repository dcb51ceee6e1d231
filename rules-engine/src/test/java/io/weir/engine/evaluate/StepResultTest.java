package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepResultTest {

    private static final long SEED = 77;

    @Test
    void total_ofRandomDecimals_isWhatAListSays() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            List<Object> values =
                    values(random, () -> BigDecimal.valueOf(random.nextInt(400) - 200, random.nextInt(3)));
            List<BigDecimal> sorted =
                    values.stream().map(BigDecimal.class::cast).sorted().toList();
            int n = sorted.size();
            BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

            Asked asked = new Asked(values, Type.Scalar.DECIMAL);
            assertThat(asked.of(AggregateFunction.COUNT)).isEqualTo((long) n);
            assertThat(asked.of(AggregateFunction.SUM)).usingComparator(NUMBERS).isEqualTo(sum);
            assertThat(asked.of(AggregateFunction.AVERAGE))
                    .usingComparator(NUMBERS)
                    .isEqualTo(n == 0 ? null : sum.divide(BigDecimal.valueOf(n), MathContext.DECIMAL128));
            assertThat(asked.of(AggregateFunction.HIGHEST))
                    .usingComparator(NUMBERS)
                    .isEqualTo(n == 0 ? null : sorted.get(n - 1));
            assertThat(asked.of(AggregateFunction.LOWEST))
                    .usingComparator(NUMBERS)
                    .isEqualTo(n == 0 ? null : sorted.get(0));
            assertThat(asked.of(AggregateFunction.FIRST)).isEqualTo(n == 0 ? null : values.get(0));
            assertThat(asked.of(AggregateFunction.LAST)).isEqualTo(n == 0 ? null : values.get(n - 1));
            assertThat(asked.of(AggregateFunction.MEDIAN))
                    .usingComparator(NUMBERS)
                    .isEqualTo(n == 0 ? null : sorted.get((n + 1) / 2 - 1));
            assertThat(asked.of(AggregateFunction.PERCENTILE))
                    .usingComparator(NUMBERS)
                    .isEqualTo(n == 0 ? null : sorted.get((int) Math.ceil(n * 0.9) - 1));
            assertThat(asked.of(AggregateFunction.DISTINCT))
                    .isEqualTo(sorted.stream()
                            .map(BigDecimal::doubleValue)
                            .distinct()
                            .count());
            Object deviation = asked.of(AggregateFunction.STDDEV);
            if (n < 2) {
                assertThat(deviation).isNull();
            } else {
                assertThat(((BigDecimal) Objects.requireNonNull(deviation)).doubleValue())
                        .isCloseTo(deviation(sorted), Offset.offset(1e-9));
            }
        }
    }

    private static final Comparator<@Nullable Object> NUMBERS = (left, right) ->
            left == null || right == null ? (left == right ? 0 : 1) : ((BigDecimal) left).compareTo((BigDecimal) right);

    private static List<Object> values(Random random, Supplier<Object> value) {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(9); i > 0; i--) {
            values.add(value.get());
        }
        return values;
    }

    private static double deviation(List<BigDecimal> values) {
        double mean =
                values.stream().mapToDouble(BigDecimal::doubleValue).average().orElseThrow();
        double squares = values.stream()
                .mapToDouble(value -> Math.pow(value.doubleValue() - mean, 2))
                .sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    @Test
    void total_ofMoneysOfTwoCurrencies_isMissingButForItsCountAndEnds() throws IOException {
        Object euro = new MoneyAmount(BigDecimal.ONE, "EUR");
        Object dollar = new MoneyAmount(BigDecimal.TEN, "USD");
        Asked asked = new Asked(List.of(euro, dollar, euro), new Type.Money(null));

        assertThat(asked.of(AggregateFunction.COUNT)).isEqualTo(3L);
        assertThat(asked.of(AggregateFunction.DISTINCT)).isEqualTo(2L);
        assertThat(asked.of(AggregateFunction.FIRST)).isEqualTo(euro);
        for (AggregateFunction function : List.of(
                AggregateFunction.SUM,
                AggregateFunction.AVERAGE,
                AggregateFunction.HIGHEST,
                AggregateFunction.LOWEST,
                AggregateFunction.MEDIAN,
                AggregateFunction.STDDEV)) {
            assertThat(asked.of(function)).as("%s", function).isNull();
        }
    }

    @Test
    void sum_ofInts_isExactUntilItIsAsked() throws IOException {
        Asked back = new Asked(List.of(Long.MAX_VALUE, 5L, -Long.MAX_VALUE, 2L), Type.Scalar.INT);
        Asked beyond = new Asked(List.of(Long.MAX_VALUE, 5L), Type.Scalar.INT);

        assertThat(back.of(AggregateFunction.SUM)).isEqualTo(7L);
        assertThatThrownBy(() -> beyond.of(AggregateFunction.SUM))
                .isInstanceOf(RuleFailure.class)
                .hasMessage("a sum beyond 64 bits");
    }

    @Test
    void total_ofFloats_isAFloat() throws IOException {
        Asked asked = new Asked(List.of(0.1, 0.2, 1e17, -1e17), Type.Scalar.FLOAT);

        assertThat((Double) asked.of(AggregateFunction.SUM)).isEqualTo(0.30000000000000004);
        assertThat((Double) asked.of(AggregateFunction.HIGHEST)).isEqualTo(1e17);
        assertThat(asked.of(AggregateFunction.AVERAGE)).isInstanceOf(Double.class);
        assertThat(new Asked(List.of(), Type.Scalar.FLOAT).of(AggregateFunction.SUM))
                .isEqualTo(0.0);
    }

    /** Values of a type; what they have together has been stored after each. */
    private record Asked(List<Object> values, Type type) {

        @Nullable
        Object of(AggregateFunction function) throws IOException {
            BigDecimal rank = function == AggregateFunction.PERCENTILE ? BigDecimal.valueOf(90) : null;
            Expr.StepAggregate asked = new Expr.StepAggregate(function, rank, 0, null, null, type);
            StepTotal total = StepTotal.NOTHING;
            for (Object value : values) {
                total = stored(total.with(function, value));
            }
            return StepResult.of(asked, total);
        }

        private static StepTotal stored(StepTotal total) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            StepTotalCodec.write(total, new DataOutputStream(bytes));
            StepTotal read = StepTotalCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            return Objects.requireNonNull(read);
        }
    }
}
