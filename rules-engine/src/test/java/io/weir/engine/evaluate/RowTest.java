package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void row_ofEveryType_readsBackWhatWasSet() {
        RowWriter writer = new RowWriter(7, 8).begin();
        writer.setText(0, "Zoë");
        writer.setBoolean(1, true);
        writer.setLong(2, Long.MIN_VALUE);
        writer.setDecimal(3, new BigDecimal("-12.50"));
        writer.setDouble(4, 0.1);
        writer.setGeo(5, 40.4, -3.7);
        writer.setDecimal(6, new BigDecimal("123456789012345678901234567890.12"));

        Row row = writer.finish(3, 42, 1000);

        assertThat(row.schemaId()).isEqualTo(7);
        assertThat(row.partition()).isEqualTo(3);
        assertThat(row.offset()).isEqualTo(42);
        assertThat(row.time()).isEqualTo(1000);
        assertThat(row.textAt(0)).isEqualTo("Zoë");
        assertThat(row.textEquals(0, "Zoë".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(row.textEquals(0, "Zoe".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(row.booleanAt(1)).isTrue();
        assertThat(row.bitsAt(2)).isEqualTo(Long.MIN_VALUE);
        assertThat(row.decimalAt(3)).isEqualTo("-12.50");
        assertThat(row.doubleAt(4)).isEqualTo(0.1);
        assertThat(row.latitudeAt(5)).isEqualTo(40.4);
        assertThat(row.longitudeAt(5)).isEqualTo(-3.7);
        assertThat(row.decimalAt(6)).isEqualTo("123456789012345678901234567890.12");
        assertThat(row.isPresent(6)).isTrue();
        assertThat(row.isPresent(7)).isFalse();
    }

    @Test
    void decimals_ofAllSizes_areExact() {
        Random random = new Random(5);
        RowWriter writer = new RowWriter(1, 1);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal value = new BigDecimal(
                    new java.math.BigInteger(random.nextInt(120), random).subtract(java.math.BigInteger.TEN),
                    random.nextInt(300) - 20);

            writer.begin().setDecimal(0, value);

            assertThat(writer.finish(0, 0, 0).decimalAt(0)).isEqualByComparingTo(value);
        }
    }

    @Test
    void row_ofTwoHundredFields_keepsThemApart() {
        RowWriter writer = new RowWriter(1, 200).begin();
        for (int slot = 0; slot < 200; slot += 3) {
            writer.setLong(slot, slot * 10L);
        }

        Row row = writer.finish(0, 0, 0);

        for (int slot = 0; slot < 200; slot++) {
            assertThat(row.isPresent(slot)).isEqualTo(slot % 3 == 0);
            assertThat(row.bitsAt(slot)).isEqualTo(slot % 3 == 0 ? slot * 10L : 0);
        }
    }

    @Test
    void row_asStored_neverChanges() {
        RowWriter writer = new RowWriter(7, 3).begin();
        writer.setText(0, "ab");
        writer.setDecimal(1, new BigDecimal("1.5"));

        String hex = HexFormat.of().formatHex(writer.finish(3, 42, 1000).bytes());

        assertThat(hex)
                .isEqualTo("07000000" + "03000000" + "2a00000000000000" + "e803000000000000" + "0300000000000000"
                        + "0200000038000000" + "010f000000000000" + "0000000000000000" + "6162");
    }

    @Test
    void list_asStored_neverChanges() {
        RowWriter writer = new RowWriter(7, 1).begin();
        writer.beginList();
        writer.setText(RowWriter.ENTRY, "ab");
        writer.setText(RowWriter.ENTRY, "c");
        writer.endList(0);

        String hex = HexFormat.of().formatHex(writer.finish(3, 42, 1000).bytes());

        assertThat(hex)
                .isEqualTo("07000000" + "03000000" + "2a00000000000000" + "e803000000000000" + "0100000000000000"
                        + "020000002b000000" + "616263" + "0200000028000000" + "010000002a000000");
    }

    @Test
    void list_ofAnySize_readsBackWhatWasSet() {
        List<Object> entries = new ArrayList<>();
        RowWriter writer = new RowWriter(7, 2);
        for (int size = 0; size < 100; size++) {
            writer.begin().setValue(1, entries);
            Row row = writer.finish(0, 0, 0);

            assertThat(row.isPresent(0)).isFalse();
            assertThat(row.isPresent(1)).isTrue();
            assertThat(Lists.boxed(row.bytes(), row.bitsAt(1), Type.Scalar.DECIMAL))
                    .isEqualTo(entries);
            entries.add(BigDecimal.TEN.pow(size).movePointLeft(size / 2));
        }
    }

    @Test
    void order_isTimeThenTopicThenPartitionThenOffset() {
        RowOrder order = new RowOrder(schema -> schema == 1 ? "b" : "a");
        List<Row> rows = new ArrayList<>();
        for (int schema = 1; schema <= 2; schema++) {
            for (int partition = 1; partition >= 0; partition--) {
                for (long offset = 1; offset >= 0; offset--) {
                    rows.add(new RowWriter(schema, 1).begin().finish(partition, offset, 5));
                }
            }
        }
        rows.add(new RowWriter(1, 1).begin().finish(0, 9, 4));

        rows.sort(order);

        assertThat(rows)
                .extracting(row -> row.schemaId() + "/" + row.partition() + "/" + row.offset())
                .containsExactly("1/0/9", "2/0/0", "2/0/1", "2/1/0", "2/1/1", "1/0/0", "1/0/1", "1/1/0", "1/1/1");
    }
}
