package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvEventDecoderTest {

    private static final StreamSchema SCHEMA = Schemas.everything(Format.CSV);
    private static final String[] HEADER = {
        "at", "other", "name", "n", "d", "payment.amount", "payment.currency", "place", "ok", "tags", "sizes"
    };

    private final EventDecoder decoder = Decoders.in(ZoneOffset.UTC).decoder(SCHEMA, 7, HEADER);
    private final EventTimeReader times = Decoders.in(ZoneOffset.UTC).timeReader(SCHEMA, HEADER);

    @Test
    void record_withQuotes_isReadByTheHeader() throws Exception {
        Row row = decode(
                "2013-12-02 21:15:00,\"x,\"\"y\"\"\",\"a\nb, \"\"c\"\"\", 12 ,73.967,1.50,EUR,\"40.4, -3.7\",TRUE\r\n");

        assertThat(Instant.ofEpochMilli(row.time())).isEqualTo(Instant.parse("2013-12-02T21:15:00Z"));
        assertThat(row.textAt(0)).isEqualTo("a\nb, \"c\"");
        assertThat(row.booleanAt(1)).isTrue();
        assertThat(row.bitsAt(2)).isEqualTo(12);
        assertThat(row.decimalAt(3)).isEqualTo("73.967");
        assertThat(row.decimalAt(8)).isEqualTo("1.50");
        assertThat(row.textAt(9)).isEqualTo("EUR");
        assertThat(row.latitudeAt(6)).isEqualTo(40.4);
        assertThat(row.isPresent(4)).isFalse();
    }

    @Test
    void column_thatIsEmpty_isMissingUnlessAQuotedText() throws Exception {
        assertThat(decode("2013-12-02,,,,").isPresent(0)).isFalse();
        assertThat(decode("2013-12-02,,\"\",\"\",").isPresent(0)).isTrue();
        assertThat(decode("2013-12-02,,\"\",\"\",").isPresent(2)).isFalse();
    }

    @Test
    void column_ofAList_hasEntriesBetweenSemicolons() throws Exception {
        String before = "2013-12-02,,,,,,,,,";

        assertThat(lists(before + "\"a; b, c ;;\",1.50;2")).containsExactly(List.of("a", "b, c", "", ""), "[1.50, 2]");
        assertThat(lists(before + "\"\",3")).containsExactly(List.of(), "[3]");
        assertThat(lists(before + ",")).containsExactly(null, "null");
        assertThatThrownBy(() -> decode(before + "a,1;x")).hasMessage("sizes: expected decimal, found 'x'");
    }

    private List<Object> lists(String line) throws Exception {
        Map<String, Object> values = RowValues.of(decode(line), SCHEMA);
        return java.util.Arrays.asList(values.get("tags"), String.valueOf(values.get("sizes")));
    }

    @Test
    void record_thatIsNoRecord_saysWhereAndWhy() {
        assertThatThrownBy(() -> decode("2013-12-02,,,x")).hasMessage("n: expected int, found 'x'");
        assertThatThrownBy(() -> decode("2013-12-02,,\"a")).hasMessage("column 3: no closing quote");
        assertThatThrownBy(() -> decode("2013-12-02,,\"a\"b")).hasMessage("column 3: text after the closing quote");
        assertThatThrownBy(() -> decode(",,a")).hasMessageStartingWith("at: missing");
        assertThatThrownBy(() -> decode("2013-12-02,,,,,,,,,,,")).hasMessage("12 columns, but the header names 11");
    }

    @Test
    void timeReader_readsTheTimeColumn() throws Exception {
        assertThat(times.timeOf("0,a".getBytes(StandardCharsets.UTF_8))).isZero();
        assertThatThrownBy(() -> times.timeOf(",a".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("at: missing");
    }

    private Row decode(String line) throws UnreadableEvent {
        return decoder.decode(line.getBytes(StandardCharsets.UTF_8), 0, 0);
    }
}
