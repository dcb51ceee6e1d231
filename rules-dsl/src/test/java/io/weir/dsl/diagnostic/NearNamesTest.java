package io.weir.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

    private static final List<String> NAMES = List.of("country", "city", "amount", "currency", "userId");

    @ParameterizedTest
    @CsvSource({
        "contry, country",
        "cuontry, country",
        "COUNTRY, country",
        "userid, userId",
        "citi, city",
        "curency, currency",
        "user, userId",
        "coun, country",
        "co,",
        "elephant,",
        "x,"
    })
    void name_misspelt_findsTheNearestOrNone(String written, String nearest) {
        assertThat(NearNames.nearest(written, NAMES)).isEqualTo(nearest);
    }
}
