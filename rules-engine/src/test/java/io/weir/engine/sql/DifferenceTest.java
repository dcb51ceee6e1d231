package io.weir.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final BigDecimal THIRD = new BigDecimal("0.3333333333333333333333333333333333");

    @Test
    void sameValues_inAnotherOrderAndScale_doNotDiffer() {
        List<Result> sql =
                List.of(result(1, "a", new BigDecimal("0.333333")), result(1, "b", 2.0), result(2, "a", null));
        List<Result> weir =
                List.of(result(2, "a", null), result(1, "b", new BigDecimal("2.0000000000001")), result(1, "a", THIRD));

        assertThat(difference(sql, weir)).isEmpty();
    }

    @Test
    void valuesTimesAndRows_thatAreOthers_differ() {
        assertThat(difference(List.of(result(1, "a", 1L)), List.of(result(1, "a", 2L))))
                .hasSize(1);
        assertThat(difference(List.of(result(1, "a", 1L)), List.of(result(1, "a", null))))
                .hasSize(1);
        assertThat(difference(List.of(result(1, "a", 1L)), List.of(result(2, "a", 1L))))
                .hasSize(1);
        assertThat(difference(List.of(result(1, "a", 1.0)), List.of(result(1, "a", new BigDecimal("1.000001")))))
                .hasSize(1);
        assertThat(difference(
                        List.of(result(1, "a", new BigDecimal("0.33"))),
                        List.of(result(1, "a", new BigDecimal("0.34")))))
                .hasSize(1);
    }

    @Test
    void rows_thatOneAloneHas_differ() {
        assertThat(difference(List.of(), List.of(result(1, "a", 1L)))).hasSize(1);
        assertThat(difference(List.of(result(1, "a", 1L), result(2, "a", 1L)), List.of(result(1, "a", 1L))))
                .hasSize(1);
    }

    private static List<String> difference(List<Result> sql, List<Result> weir) {
        List<String> reports = new ArrayList<>();
        new Difference(sql, weir).ifAny(reports::add);
        return reports;
    }

    private static Result result(long time, String key, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("k", key);
        fields.put("v", value);
        return new Result(time, fields);
    }
}
