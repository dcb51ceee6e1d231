package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyStateCodecTest {

    private static final String STORED = "01" + "00000000000003e8" + "05"
            + "0000000000000001" + "00" + "e807" + "02" + "c801" + "08"
            + "0000000000000002" + "01" + "e807" + "01" + "03" + "53"
            + "0000000000000003" + "02" + "e807" + "01" + "00" + "3fe0000000000000"
            + "0000000000000004" + "03" + "e807" + "02" + "00" + "02" + "02" + "f901" + "ff" + "00000001" + "09"
            + "4563918244f400000a"
            + "0000000000000005" + "04" + "e807" + "02" + "00" + "00" + "02" + "0000000000455552" + "0000000000555344"
            + "00" + "01" + "00" + "02" + "00" + "04"
            + "01" + "0000000000000006" + "00000000000003e8" + "b817" + "03";

    @Test
    void state_asStored_neverChanges() throws IOException {
        assertThat(HexFormat.of().formatHex(bytes(everything()))).isEqualTo(STORED);
    }

    @Test
    void stateStoredByVersionOne_isRead() throws IOException {
        KeyState state = KeyStateCodec.read(in(HexFormat.of().parseHex(STORED)));

        assertThat(state.entries()).isEqualTo(9);
        Series decimals = state.series().get(3);
        assertThat(decimals.decimal(0)).isEqualTo("-1.25");
        assertThat(decimals.decimal(1)).isEqualTo("128000000000000000001.0");
        assertThat(state.throttle(6).suppressed()).isEqualTo(3);
        assertThat(bytes(state)).isEqualTo(HexFormat.of().parseHex(STORED));
    }

    @Test
    void copy_changesAlone() throws IOException {
        KeyState state = everything();
        byte[] before = bytes(state);

        KeyState copy = KeyStateCodec.copy(state);
        copy.expire(10_000_000);
        copy.series().clear();

        assertThat(bytes(state)).isEqualTo(before);
        assertThat(bytes(KeyStateCodec.copy(state))).isEqualTo(before);
        state.series().get(0).add(2000);
        assertThat(bytes(state)).isNotEqualTo(before);
    }

    @Test
    void state_ofALaterVersion_isRefusedWithAReason() {
        assertThatThrownBy(() -> KeyStateCodec.read(in(new byte[] {9})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 9")
                .hasMessageContaining("OPERATOR");
    }

    private static KeyState everything() {
        KeyState state = new KeyState();
        state.touch(1000);
        Series times = new Series(1, SeriesKind.TIMES, 1000);
        times.add(100);
        times.add(104);
        state.add(times);
        Series longs = new Series(2, SeriesKind.LONGS, 1000);
        longs.setValue(longs.add(-2), -42);
        state.add(longs);
        Series doubles = new Series(3, SeriesKind.DOUBLES, 1000);
        doubles.setValue(doubles.add(0), Double.doubleToLongBits(0.5));
        state.add(doubles);
        Series decimals = new Series(4, SeriesKind.DECIMALS, 1000);
        decimals.setDecimal(decimals.add(0), -125, 2);
        decimals.setDecimal(decimals.add(1), new BigDecimal("128000000000000000001.0"));
        state.add(decimals);
        Series moneys = new Series(5, SeriesKind.MONEYS, 1000);
        add(moneys, 1, "EUR");
        add(moneys, 2, "USD");
        state.add(moneys);
        state.add(new Throttle(6, 1000, 3000, 3));
        return state;
    }

    private static void add(Series moneys, long amount, String currency) {
        long index = moneys.add(0);
        moneys.setDecimal(index, amount, 0);
        moneys.setCurrency(index, Currencies.pack(currency));
    }

    private static byte[] bytes(KeyState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        KeyStateCodec.write(state, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
