package io.weir.admin.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertPositionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"0/", "1767225600000/weir.alerts:12.40", "5/fraud.alerts:7;weir.alerts:0.1.2.3.4.5.6.7.8.9.10.11"
            })
    void text_readAndWritten_isTheSame(String text) {
        assertThat(AlertPosition.parse(text))
                .hasValueSatisfying(position -> assertThat(position).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1",
                "1/weir.alerts",
                "1/weir.alerts:",
                "1/weir.alerts:1;",
                "1/weir.alerts:1.",
                "1/weir alerts:1",
                "1/weir.alerts:-1",
                "1/weir.alerts:9999999999999999999",
                "99999999999999999999/weir.alerts:1"
            })
    void text_thatIsNoPosition_isNone(String text) {
        assertThat(AlertPosition.parse(text)).isEmpty();
    }

    @Test
    void next_ofAPartitionThatTheTextLacks_isEmpty() {
        AlertPosition position = AlertPosition.parse("1/weir.alerts:12.40").orElseThrow();

        assertThat(position.next("weir.alerts", 1)).hasValue(40L);
        assertThat(position.next("weir.alerts", 2)).isEmpty();
        assertThat(position.next("other", 0)).isEmpty();
        assertThat(new AlertPosition(1, new TreeMap<>())).hasToString("1/");
    }
}
