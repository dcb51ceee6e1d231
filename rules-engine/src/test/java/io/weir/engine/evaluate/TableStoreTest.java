package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableStoreTest {

    private static final TablePlan FX = new TablePlan(
            "fx",
            List.of(column("source", Type.Scalar.TEXT), column("size", Type.Scalar.DECIMAL)),
            List.of(column("value", Type.Scalar.DECIMAL)),
            true,
            "fx-rates");
    private static final TablePlan LIMITS = new TablePlan(
            "limits",
            List.of(column("card", Type.Scalar.TEXT)),
            List.of(
                    column("daily", new Type.Money("EUR")),
                    new TablePlan.Column("tags", new Type.ListOf(Type.Scalar.TEXT), true)),
            false,
            "limits");

    private record Written(
            String source,
            BigDecimal size,
            long from,
            @Nullable BigDecimal value) {}

    private static TablePlan.Column column(String name, Type type) {
        return new TablePlan.Column(name, type, false);
    }

    @Test
    void versions_writtenInAnyOrder_areFoundAsAScanFindsThem() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            TableStore store = new TableStore("default", FX);
            TableRowDecoder decoder = new TableRowDecoder(FX, ZoneOffset.UTC);
            List<Written> written = new ArrayList<>();
            Asked asked = new Asked(store);
            for (int i = 0; i < 300; i++) {
                Written row = new Written(
                        "k" + random.nextInt(40),
                        BigDecimal.valueOf(random.nextInt(3) * 100L, random.nextInt(3)),
                        random.nextInt(30) - 15,
                        random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(1_000), 2));
                written.add(row);
                store.put(decoder.decode(json(row)));
                String source = "k" + random.nextInt(40);
                BigDecimal size = BigDecimal.valueOf(random.nextInt(3), 0);
                long time = random.nextInt(40) - 20;

                assertThat(asked.at(source, size, time))
                        .as("seed %s, row %s: %s %s at %s", seed, i, source, size, time)
                        .isEqualTo(scan(written, source, size, time));
            }
        }
    }

    private static byte[] json(Written row) {
        return ("{\"value\":" + row.value() + ",\"source\":\"" + row.source() + "\",\"size\":\"" + row.size()
                        + "\",\"validFrom\":" + row.from() + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Of the rows that hold by then the newest, of these the last written. */
    private static @Nullable BigDecimal scan(List<Written> written, String source, BigDecimal size, long time) {
        Written found = null;
        for (Written row : written) {
            boolean holds = row.source().equals(source) && row.size().compareTo(size) == 0 && row.from() <= time;
            if (holds && (found == null || row.from() >= found.from())) {
                found = row;
            }
        }
        return found == null ? null : found.value();
    }

    /** A program that looks up. */
    private static final class Asked {
        private final Program program;
        private final Program.Entry entry;
        private final RowWriter row = new RowWriter(1, 3);

        Asked(TableStore store) {
            List<Field> fields = List.of(
                    Schemas.field("source", Type.Scalar.TEXT, false),
                    Schemas.field("size", Type.Scalar.DECIMAL, false),
                    Schemas.field("at", Type.Scalar.TIMESTAMP, false));
            ProgramBuilder builder = new ProgramBuilder(
                    new StreamView(Schemas.stream("S", fields, "at"), 0), new Reference(Map.of(), Map.of("fx", store)));
            List<Expr> keys =
                    List.of(new Expr.FieldOf(0, "S", 0, fields.get(0)), new Expr.FieldOf(0, "S", 1, fields.get(1)));
            entry = builder.add(new Expr.Lookup("fx", keys, null, "value", Type.Scalar.DECIMAL));
            program = builder.build();
        }

        @Nullable
        Object at(String source, BigDecimal size, long time) {
            row.begin().setText(0, source);
            row.setDecimal(1, size);
            row.setLong(2, time);
            program.begin(row.finish(0, 0, time));
            program.run(entry);
            return program.frame.boxed(entry.register(), Type.Scalar.DECIMAL);
        }
    }

    @Test
    void row_ofATableWithoutVersions_isTheLatestUntilItIsEnded() throws Exception {
        TableStore store = new TableStore("default", LIMITS);
        TableRowDecoder decoder = new TableRowDecoder(LIMITS, ZoneOffset.UTC);

        store.put(decoder.decode(bytes("{'card':'a','daily':5,'tags':['x']}")));
        store.put(decoder.decode(bytes("{'card':'a','daily':'7.50','validFrom':'never looked at'}")));

        TableRow end = decoder.decode(bytes("{'card':'a'}"));
        byte[] found = store.at(end.key(), end.key().length, 0);
        assertThat(found).isNotNull();
        assertThat(new Row(found).decimalAt(1)).isEqualTo("7.50");
        assertThat(new Row(found).isPresent(2)).isFalse();
        store.put(end);
        assertThat(store.at(end.key(), end.key().length, 0)).isNull();
        assertThat(store.late()).isZero();
    }

    @Test
    void row_thatHoldsFromATimeThatIsPast_isCountedWhereEventsWereEvaluated() throws Exception {
        TableStore store = new TableStore("default", FX);
        TableRowDecoder decoder = new TableRowDecoder(FX, ZoneOffset.UTC);
        TableRow row = decoder.decode(bytes("{'source':'a','size':1,'value':2,'validFrom':100}"));

        store.follow(row);
        store.evaluatedUpTo(99);
        store.follow(row);
        assertThat(store.late()).isZero();
        store.evaluatedUpTo(100);
        store.evaluatedUpTo(50);
        store.follow(row);
        store.put(row);

        assertThat(store.late()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'source':'a','value':1,'validFrom':1}|size: missing in a row of table fx",
                "{'source':'a','size':1,'value':1}|validFrom: missing, and fx does not declare it with '?'",
                "{'source':'a','size':'x','value':1,'validFrom':1}|size: expected decimal, found 'x'",
                "{'source':'a','size':1,'value':{},'validFrom':1}|value: expected decimal, found an object",
                "[1]|not a JSON object",
            })
    void row_thatIsNoSuchRow_saysWhereAndWhy(String json, String message) {
        TableRowDecoder decoder = new TableRowDecoder(FX, ZoneOffset.UTC);

        assertThatThrownBy(() -> decoder.decode(bytes(json.replace("''", "'"))))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage(message);
    }

    @Test
    void row_thatLacksAColumn_isUnreadableUnlessItEnds() throws Exception {
        TableRowDecoder decoder = new TableRowDecoder(LIMITS, ZoneOffset.UTC);

        assertThatThrownBy(() -> decoder.decode(bytes("{'card':'a','tags':[]}")))
                .hasMessage("daily: missing in a row of table limits");
        assertThat(decoder.decode(bytes("{'card':'a','daily':null}")).values()).isNull();
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void unreadableRows_tooManyAtOnce_areCounted() {
        TableStore store = new TableStore("default", FX);
        for (int row = 0; row < 1_003; row++) {
            store.refuse(new UnreadableRow("fx-rates", 0, row, new byte[0], "not JSON"));
        }

        int told = 0;
        while (store.takeUnreadable() != null) {
            told++;
        }

        assertThat(told).isEqualTo(1_000);
        assertThat(store.untold()).isEqualTo(3);
    }
}
