package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEventDecoderTest {

    private static final ObjectMapper TREES = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final EventDecoder decoder = Decoders.in(ZoneOffset.UTC).decoder(Schemas.EVERYTHING, Schemas.EVERYTHING_ID);
    private final EventTimeReader times = Decoders.in(ZoneOffset.UTC).timeReader(Schemas.EVERYTHING);

    @Test
    void event_ofEveryType_isRead() throws Exception {
        Row row = decode("{'name':'Zoë\\n','ok':true,'n':-5,'d':12.30,'f':1e-3,'took':90,'extra':[{'n':1}],"
                + "'place':{'lat':40.4,'x':{},'lon':-3.7},'from':'10.0.0.1','payment':{'amount':'1000.50','currency':'EUR'},"
                + "'fee':1,'at':'2026-01-01 00:00:01.5'}");

        assertThat(row.textAt(0)).isEqualTo("Zoë\n");
        assertThat(row.booleanAt(1)).isTrue();
        assertThat(row.bitsAt(2)).isEqualTo(-5);
        assertThat(row.decimalAt(3)).isEqualTo("12.30");
        assertThat(row.doubleAt(4)).isEqualTo(0.001);
        assertThat(row.bitsAt(5)).isEqualTo(90);
        assertThat(row.latitudeAt(6)).isEqualTo(40.4);
        assertThat(row.longitudeAt(6)).isEqualTo(-3.7);
        assertThat(row.textAt(7)).isEqualTo("10.0.0.1");
        assertThat(row.decimalAt(8)).isEqualTo("1000.50");
        assertThat(row.textAt(9)).isEqualTo("EUR");
        assertThat(row.decimalAt(10)).isEqualTo("1");
        assertThat(row.time()).isEqualTo(Instant.parse("2026-01-01T00:00:01.5Z").toEpochMilli());
        assertThat(row.schemaId()).isEqualTo(Schemas.EVERYTHING_ID);
    }

    @Test
    void event_withRecordsAndLists_isRead() throws Exception {
        StreamSchema schema = RuleCompiler.compile(List.of(new Source(
                        "a",
                        "event A { tags: list of text, at: timestamp, home: { zip: text, geo: { lat: float }? }"
                                + " names: list of int?, paid: list of money EUR, spots: list of geo } time at")))
                .environment()
                .streams()
                .get("A");
        EventDecoder records = Decoders.in(ZoneOffset.UTC).decoder(schema, 1);

        Row row = records.decode(
                bytes("{'tags':['a',null,'Zoë'],'home':{'geo':{'lat':1.5},'zip':'1'},'at':1,'paid':[1.5,'2'],"
                        + "'spots':[{'lat':1,'lon':2.5}]}"),
                0,
                0);

        assertThat(row.textAt(schema.slotOf("home.zip"))).isEqualTo("1");
        assertThat(row.doubleAt(schema.slotOf("home.geo.lat"))).isEqualTo(1.5);
        assertThat(RowValues.of(row, schema))
                .containsEntry("tags", List.of("a", "Zoë"))
                .containsEntry("names", null)
                .containsEntry(
                        "paid",
                        List.of(
                                new MoneyAmount(new BigDecimal("1.5"), "EUR"),
                                new MoneyAmount(BigDecimal.valueOf(2), "EUR")))
                .containsEntry("spots", List.of("1.0,2.5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'at':1,'n':9223372036854775808}|n: '9223372036854775808' is no int of 64 bits",
                "{'at':1,'n':1.5}|n: '1.5' is no int of 64 bits",
                "{'at':1,'n':'5'}|n: expected int, found a text",
                "{'at':1,'name':5}|name: expected text, found a number",
                "{'at':1,'ok':{}}|ok: expected bool, found an object",
                "{'at':1,'f':1e999}|f: expected float, found '1e999'",
                "{'at':1,'d':1e999}|d: a number of more than 200 digits",
                "{'at':1,'place':{'lat':91,'lon':0}}|place: 91.0, 0.0 is no place on Earth",
                "{'at':1,'place':{'lat':1}}|place: 1.0, NaN is no place on Earth",
                "{'at':1,'tags':'a'}|tags: expected list of text, found a text",
                "{'at':1,'tags':['a',5]}|tags: expected text, found a number",
                "{'at':1,'codes':[1,[2]]}|codes: expected int, found a list",
                "{'at':1,'codes':[1}|byte 18: not JSON",
                "{'at':'soon'}|at: expected timestamp, found 'soon'",
                "{'at':1,'at':2}|at: occurs twice, so the event's time is unclear",
                "{'n':1}|at: missing, and Everything does not declare it with '?'",
                "[1]|not a JSON object",
                "{'at':1} {}|more than one JSON object",
                "{'at':1,|byte 8: not JSON",
                "{'at':1}x|byte 8: not JSON",
            })
    void event_thatIsNoSuchEvent_saysWhereAndWhy(String json, String message) {
        assertThatThrownBy(() -> decode(json.replace("''", "'")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29,2026-03-28T23:00:00Z",
        "2026-03-29T12:00,2026-03-29T10:00:00Z",
        "2026-03-29 12:00:30,2026-03-29T10:00:30Z",
        "2026-03-29T12:00:30.123456Z,2026-03-29T12:00:30.123Z",
        "2026-03-29T12:00:30+05:30,2026-03-29T06:30:30Z",
        "2026-03-29T12:00:30-08,2026-03-29T20:00:30Z",
        "1969-12-31T23:59:59.999Z,1969-12-31T23:59:59.999Z",
    })
    void timestamp_inAnyForm_isRead(String text, String expected) throws Exception {
        EventDecoder madrid =
                Decoders.in(ZoneId.of("Europe/Madrid")).decoder(Schemas.EVERYTHING, Schemas.EVERYTHING_ID);

        Row row = madrid.decode(bytes("{'at':'" + text + "'}"), 0, 0);

        assertThat(Instant.ofEpochMilli(row.time())).isEqualTo(Instant.parse(expected));
    }

    @Test
    void timeReader_findsTheTimeWithoutTheRest() throws Exception {
        assertThat(times.timeOf(bytes("{'payment':{'at':7},'at':1767225600000,'broken")))
                .isEqualTo(1767225600000L);
        assertThatThrownBy(() -> times.timeOf(bytes("{'payment':{'at':7}}"))).hasMessageContaining("at: missing");
        assertThatThrownBy(() -> times.timeOf(bytes("{'at':null}"))).hasMessageContaining("at: missing");
        assertThatThrownBy(() -> times.timeOf(bytes("nonsense"))).hasMessageContaining("not JSON");
    }

    @Test
    void timeReader_ofANestedTime_findsIt() throws Exception {
        List<Field> fields = List.of(new Field("at", Type.Scalar.TIMESTAMP, false, List.of("a", "b", "t"), -1));
        EventTimeReader nested = Decoders.in(ZoneOffset.UTC).timeReader(Schemas.stream("S", fields, "at"));

        assertThat(nested.timeOf(bytes("{'t':1,'a':{'t':2,'b':{'t':3}}}"))).isEqualTo(3);
    }

    @Test
    void randomDocuments_areReadAsTheirTree() throws Exception {
        for (long seed = 0; seed < 3_000; seed++) {
            ObjectNode document = new RandomEvents(new Random(seed)).document();
            byte[] bytes = TREES.writeValueAsBytes(document);

            Row row = decoder.decode(bytes, 1, seed);

            assertSame(TREES.readTree(bytes), row, seed);
            assertThat(times.timeOf(bytes)).as("seed %s", seed).isEqualTo(row.time());
        }
    }

    private static void assertSame(JsonNode tree, Row row, long seed) {
        for (int slot = 0; slot < Schemas.EVERYTHING.fields().size(); slot++) {
            Field field = Schemas.EVERYTHING.fields().get(slot);
            JsonNode node = tree;
            for (String name : field.path()) {
                node = node.path(name);
            }
            String what = "seed " + seed + ", " + field.name() + " of " + tree;
            assertThat(row.isPresent(slot)).as(what).isEqualTo(!node.isMissingNode() && !node.isNull());
            if (row.isPresent(slot)) {
                assertSame(field, node, row, slot, what);
            }
        }
    }

    private static void assertSame(Field field, JsonNode node, Row row, int slot, String what) {
        if (field.type() instanceof Type.Money || field.type() == Type.Scalar.DECIMAL) {
            assertThat(row.decimalAt(slot)).as(what).isEqualByComparingTo(node.decimalValue());
        } else if (field.type() == Type.Scalar.TEXT || field.type() == Type.Scalar.IP) {
            assertThat(row.textAt(slot)).as(what).isEqualTo(node.textValue());
            assertThat(row.textEquals(slot, node.textValue().getBytes(StandardCharsets.UTF_8)))
                    .as(what)
                    .isTrue();
        } else if (field.type() == Type.Scalar.FLOAT) {
            assertThat(row.doubleAt(slot)).as(what).isEqualTo(node.doubleValue());
        } else if (field.type() instanceof Type.ListOf list) {
            assertSame(list.element(), node, Lists.boxed(row.bytes(), row.bitsAt(slot), list.element()), what);
        } else if (field.type() == Type.Scalar.BOOL) {
            assertThat(row.booleanAt(slot)).as(what).isEqualTo(node.booleanValue());
        } else if (field.type() == Type.Scalar.GEO) {
            assertThat(row.latitudeAt(slot)).as(what).isEqualTo(node.get("lat").doubleValue());
            assertThat(row.longitudeAt(slot)).as(what).isEqualTo(node.get("lon").doubleValue());
        } else {
            assertThat(row.bitsAt(slot)).as(what).isEqualTo(node.longValue());
        }
    }

    private static void assertSame(Type element, JsonNode node, List<Object> entries, String what) {
        assertThat(entries).as(what).hasSize(node.size());
        for (int i = 0; i < entries.size(); i++) {
            Object entry = entries.get(i) instanceof MoneyAmount money ? money.amount() : entries.get(i);
            if (element == Type.Scalar.TEXT) {
                assertThat(entry).as(what).isEqualTo(node.get(i).textValue());
            } else {
                assertThat(new BigDecimal(entry.toString()))
                        .as(what)
                        .isEqualByComparingTo(node.get(i).decimalValue());
            }
        }
    }

    private Row decode(String json) throws UnreadableEvent {
        return decoder.decode(bytes(json), 0, 0);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
