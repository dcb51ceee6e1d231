package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvroEventDecoderTest {

    private static final int ID = 0x01020304;

    @Test
    void events_ofRandomSchemas_areReadAsAvrosOwnWriterWroteThem() throws Exception {
        long seed = System.nanoTime();
        System.out.println("AvroEventDecoderTest seed " + seed);
        for (int round = 0; round < 400; round++) {
            Random random = new Random(seed + round);
            RandomAvro avro = new RandomAvro(random);
            Decoders formats = formats(avro.schema(), ZoneOffset.UTC);
            EventDecoder decoder = formats.decoder(avro.stream(), 9);
            EventTimeReader times = formats.timeReader(avro.stream());
            for (int i = 0; i < 10; i++) {
                Map<String, Object> expected = new LinkedHashMap<>();
                byte[] body = AvroEvents.bytes(avro.schema(), avro.event(expected), random.nextBoolean());
                byte[] event = AvroEvents.framed(ID, body);

                Row row = decoder.decode(event, 3, 4);

                assertThat(shown(row, avro.stream()))
                        .as("seed %d round %d %s", seed, round, avro.schema())
                        .isEqualTo(scaled(expected));
                assertThat(times.timeOf(event)).isEqualTo(row.time());
                assertBroken(event, decoder, times, random);
            }
        }
    }

    /** Whatever the bytes: a row or a reason, and of a part of them a reason. */
    private static void assertBroken(byte[] event, EventDecoder decoder, EventTimeReader times, Random random) {
        byte[] part = Arrays.copyOf(event, random.nextInt(event.length));
        assertThatThrownBy(() -> decoder.decode(part, 0, 0)).isInstanceOf(UnreadableEvent.class);
        byte[] longer = Arrays.copyOf(event, event.length + 1);
        assertThatThrownBy(() -> decoder.decode(longer, 0, 0)).isInstanceOf(UnreadableEvent.class);
        byte[] other = event.clone();
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
            other[random.nextInt(other.length)] = (byte) random.nextInt();
        }
        for (byte[] bytes : List.of(part, other)) {
            try {
                times.timeOf(bytes);
                decoder.decode(bytes, 0, 0);
            } catch (UnreadableEvent expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            }
        }
    }

    @Test
    void value_ofAnotherType_saysSo() {
        Schema writer = SchemaBuilder.record("Sale")
                .fields()
                .name("amount")
                .type()
                .unionOf()
                .nullType()
                .and()
                .booleanType()
                .endUnion()
                .noDefault()
                .requiredLong("at")
                .endRecord();
        StreamSchema stream = stream(field("amount", Type.Scalar.DECIMAL), time());

        assertThatThrownBy(() -> row(writer, stream, Map.of("amount", true, "at", 7L)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("amount: expected decimal, found Avro's boolean");
        assertThatThrownBy(() -> row(writer, stream(field("other", Type.Scalar.INT), time()), Map.of("at", 7L)))
                .hasMessage("other: missing, and S does not declare it with '?'");
    }

    @Test
    void nullAndFieldThatTheWriterDoesNotKnow_areMissing() throws Exception {
        Schema writer = SchemaBuilder.record("Sale")
                .fields()
                .optionalString("note")
                .requiredLong("at")
                .endRecord();
        StreamSchema stream = stream(optional("note", Type.Scalar.TEXT), optional("later", Type.Scalar.INT), time());

        Row row = row(writer, stream, Map.of("at", 7L));

        assertThat(row.time()).isEqualTo(7);
        assertThat(row.isPresent(0)).isFalse();
        assertThat(row.isPresent(1)).isFalse();
    }

    @Test
    void money_readsDecimalsAndItsCurrencyFromARecord() throws Exception {
        Schema decimal = LogicalTypes.decimal(12, 2).addToSchema(Schema.create(Schema.Type.BYTES));
        Schema total = SchemaBuilder.record("Total")
                .fields()
                .name("value")
                .type(decimal)
                .noDefault()
                .name("currency")
                .type(Schema.createEnum("Currency", null, null, List.of("EUR", "USD")))
                .noDefault()
                .endRecord();
        Schema writer = SchemaBuilder.record("Sale")
                .fields()
                .name("total")
                .type(total)
                .noDefault()
                .requiredLong("at")
                .endRecord();
        StreamSchema stream = stream(
                new Field("amount", new Type.Money(null), false, List.of("total", "value"), 1),
                new Field("currency", Type.Scalar.TEXT, false, List.of("total", "currency"), -1),
                time());
        GenericData.Record value = new GenericData.Record(total);
        value.put(0, java.nio.ByteBuffer.wrap(new byte[] {(byte) 0xff, 0x38}));
        value.put(1, new GenericData.EnumSymbol(total.getField("currency").schema(), "USD"));

        Row row = row(writer, stream, Map.of("total", value, "at", 7L));

        assertThat(RowValues.of(row, stream).get("amount"))
                .isEqualTo(new io.weir.dsl.plan.MoneyAmount(new BigDecimal("-2.00"), "USD"));
    }

    @Test
    void place_isARecordOfNumbers() throws Exception {
        Schema place = SchemaBuilder.record("Place")
                .fields()
                .optionalDouble("lat")
                .requiredString("name")
                .requiredInt("lon")
                .endRecord();
        Schema writer = SchemaBuilder.record("Scan")
                .fields()
                .name("place")
                .type(place)
                .noDefault()
                .requiredLong("at")
                .endRecord();
        StreamSchema stream = stream(
                field("place", Type.Scalar.GEO),
                new Field("where", Type.Scalar.TEXT, true, List.of("place", "name"), -1),
                time());
        GenericData.Record madrid = new GenericData.Record(place);
        madrid.put("lat", 40.4);
        madrid.put("name", "Madrid");
        madrid.put("lon", -3);
        GenericData.Record nowhere = new GenericData.Record(madrid, true);
        nowhere.put("lat", null);

        Row row = row(writer, stream, Map.of("place", madrid, "at", 7L));

        assertThat(row.latitudeAt(0)).isEqualTo(40.4);
        assertThat(row.longitudeAt(0)).isEqualTo(-3);
        assertThat(row.textAt(1)).isEqualTo("Madrid");
        assertThatThrownBy(() -> row(writer, stream, Map.of("place", nowhere, "at", 7L)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("no place on Earth");
    }

    @Test
    void timeThatNamesNoZone_isInTheEnginesZone() throws Exception {
        Schema local = LogicalTypes.localTimestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
        Schema day = LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
        long noon = Instant.parse("2026-07-01T12:00:00Z").toEpochMilli();
        ZoneId madrid = ZoneId.of("Europe/Madrid");

        assertThat(timeOf(local, noon, madrid)).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(timeOf(local, noon, ZoneOffset.UTC)).isEqualTo(Instant.parse("2026-07-01T12:00:00Z"));
        assertThat(timeOf(day, (int) (noon / 86_400_000), madrid)).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThatThrownBy(() -> timeOf(local, Long.MIN_VALUE, ZoneId.of("Asia/Tokyo")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("at: a time beyond the calendar's end");
    }

    @Test
    void schemaThatContainsItself_isPassedOverButNotForEver() throws Exception {
        Schema writer = new Schema.Parser()
                .parse("{'type':'record','name':'Node','fields':[{'name':'at','type':'long'},".replace('\'', '"')
                        + "{'name':'next','type':['null','Node']}]}".replace('\'', '"'));
        StreamSchema stream = stream(time());

        assertThat(decode(writer, stream, chain(400)).time()).isEqualTo(1);
        assertThatThrownBy(() -> decode(writer, stream, chain(1_000_000)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("nest deeper");
    }

    /** Records within records, each with the time 1. */
    private static byte[] chain(int length) {
        byte[] body = new byte[2 * length];
        Arrays.fill(body, (byte) 2);
        body[2 * length - 1] = 0;
        return AvroEvents.framed(ID, body);
    }

    @Test
    void entriesWithoutBytes_howeverMany_areNoWork() throws Exception {
        Schema nothings = Schema.createArray(Schema.create(Schema.Type.NULL));
        Schema writer = SchemaBuilder.record("S")
                .fields()
                .name("read")
                .type(nothings)
                .noDefault()
                .name("passed")
                .type(nothings)
                .noDefault()
                .requiredLong("at")
                .endRecord();
        StreamSchema stream = stream(field("read", new Type.ListOf(Type.Scalar.INT)), time());
        byte[] many = {-2, -1, -1, -1, -1, -1, -1, -1, -1, 1, 0};
        byte[] body = Arrays.copyOf(many, 2 * many.length + 1);
        System.arraycopy(many, 0, body, many.length, many.length);
        body[2 * many.length] = 14;

        assertThat(decode(writer, stream, AvroEvents.framed(ID, body)).time()).isEqualTo(7);
    }

    @Test
    void bytesWithoutTheFrame_areUnreadable() {
        EventDecoder decoder = formats(SchemaBuilder.record("S").fields().endRecord(), ZoneOffset.UTC)
                .decoder(stream(time()), 1);

        for (String text : List.of("", "{\"at\": 1}", "\0\0\0\0")) {
            assertThatThrownBy(() -> decoder.decode(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, 0))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageStartingWith("not Avro");
        }
        assertThatThrownBy(() -> decoder.decode(new byte[] {0, 0, 0, 0, 1}, 0, 0))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("no schema 1");
    }

    @Test
    void avroStream_withoutWriters_isReadFromFilesAsJson() throws Exception {
        byte[] line = "{\"at\": 5}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(Decoders.in(ZoneOffset.UTC).timeReader(stream(time())).timeOf(line))
                .isEqualTo(5);
    }

    private static Instant timeOf(Schema type, Object value, ZoneId zone) throws UnreadableEvent {
        Schema writer = SchemaBuilder.record("S")
                .fields()
                .name("at")
                .type(type)
                .noDefault()
                .requiredString("rest")
                .endRecord();
        byte[] event = AvroEvents.framed(
                ID,
                writer,
                new GenericRecordBuilder(writer)
                        .set("at", value)
                        .set("rest", "x")
                        .build());
        return Instant.ofEpochMilli(
                formats(writer, zone).timeReader(stream(time())).timeOf(event));
    }

    private static Row row(Schema writer, StreamSchema stream, Map<String, Object> values) throws UnreadableEvent {
        GenericData.Record event = new GenericData.Record(writer);
        values.forEach(event::put);
        return decode(writer, stream, AvroEvents.framed(ID, writer, event));
    }

    private static Row decode(Schema writer, StreamSchema stream, byte[] event) throws UnreadableEvent {
        return formats(writer, ZoneOffset.UTC).decoder(stream, 1).decode(event, 0, 0);
    }

    private static Decoders formats(Schema writer, ZoneId zone) {
        return Decoders.in(zone).withWriters(id -> {
            if (id != ID) {
                throw new UnreadableEvent("", "no schema " + id);
            }
            return writer;
        });
    }

    private static StreamSchema stream(Field... fields) {
        return new StreamSchema("S", List.of(fields), fields.length - 1, Duration.ZERO, "s", Format.AVRO);
    }

    private static Field time() {
        return field("at", Type.Scalar.TIMESTAMP);
    }

    private static Field field(String name, Type type) {
        return Schemas.field(name, type, false);
    }

    private static Field optional(String name, Type type) {
        return Schemas.field(name, type, true);
    }

    private static Map<String, Object> shown(Row row, StreamSchema stream) {
        Map<String, Object> present = new LinkedHashMap<>(RowValues.of(row, stream));
        present.values().removeIf(value -> value == null);
        return scaled(present);
    }

    private static Map<String, Object> scaled(Map<String, Object> values) {
        Map<String, Object> scaled = new LinkedHashMap<>();
        values.forEach((name, value) -> scaled.put(name, scaled(value)));
        return scaled;
    }

    private static @Nullable Object scaled(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(AvroEventDecoderTest::scaled).toList();
        }
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }
}
