package io.weir.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.Headers;
import io.weir.engine.state.OutRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class TooLongTest {

    @Test
    void record_overTheLimit_becomesADeadLetterWithinIt() {
        OutRecord alert = new OutRecord(
                "alerts",
                new byte[60_000],
                new byte[50_000],
                List.of(new OutRecord.Header("ce_id", "a1"), new OutRecord.Header("ce_subject", "x".repeat(5_000))));

        OutRecord letter = TooLong.deadLetter(alert, 20_000, "weir.dead-letter");

        assertThat(letter.topic()).isEqualTo("weir.dead-letter");
        assertThat(letter.size()).isEqualTo(20_000);
        assertThat(letter.header(Headers.REASON)).contains("topic alerts", "115", "at most 20000");
        assertThat(letter.header("ce_id")).isEqualTo("a1");
        assertThat(letter.header("ce_subject")).isNull();
    }
}
