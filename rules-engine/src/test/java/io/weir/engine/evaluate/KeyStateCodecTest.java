package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyStateCodecTest {

    private static final String STORED_BY_VERSION_ONE = "01" + "00000000000003e8" + "05"
            + "0000000000000001" + "00" + "e807" + "02" + "c801" + "08"
            + "0000000000000002" + "01" + "e807" + "01" + "03" + "53"
            + "0000000000000003" + "02" + "e807" + "01" + "00" + "3fe0000000000000"
            + "0000000000000004" + "03" + "e807" + "02" + "00" + "02" + "02" + "f901" + "ff" + "00000001" + "09"
            + "4563918244f400000a"
            + "0000000000000005" + "04" + "e807" + "02" + "00" + "00" + "02" + "0000000000455552" + "0000000000555344"
            + "00" + "01" + "00" + "02" + "00" + "04"
            + "01" + "0000000000000006" + "00000000000003e8" + "b817" + "03";

    private static final String PARTS = "00000000000003e8" + "0c"
            + "00" + "0000000000000001" + "00" + "00" + "e807" + "00" + "02" + "c801" + "08"
            + "00" + "0000000000000002" + "01" + "00" + "e807" + "00" + "01" + "03" + "53"
            + "00" + "0000000000000003" + "02" + "00" + "e807" + "00" + "01" + "00" + "3fe0000000000000"
            + "00" + "0000000000000004" + "03" + "00" + "e807" + "00" + "02" + "00" + "02" + "02" + "f901" + "ff"
            + "00000001"
            + "09" + "4563918244f400000a"
            + "00" + "0000000000000005" + "04" + "00" + "e807" + "00" + "02" + "00" + "00" + "02" + "0000000000455552"
            + "0000000000555344" + "00" + "01" + "00" + "02" + "00" + "04"
            + "00" + "0000000000000007" + "05" + "0e" + "00" + "0a" + "00000000000003e7" + "02" + "01" + "03" + "01"
            + "01"
            + "02" + "00" + "02" + "02" + "02" + "6869" + "00" + "00" + "01"
            + "00" + "0000000000000008" + "00" + "01" + "e807" + "02" + "01" + "41" + "00" + "01" + "02" + "02" + "4242"
            + "00"
            + "02" + "04" + "02"
            + "01" + "000000000000000c" + "e0d403" + "01" + "18" + "000000000000000000000000000000000000000000000000"
            + "02" + "000000000000000d" + "e807" + "0000000000000384"
            + "03" + "000000000000000e" + "e0d403" + "80dddb01" + "00000000000003b6"
            + "04" + "000000000000000f" + "05" + "e0d403" + "01" + "01" + "04" + "00000000000003de" + "02" + "14" + "00"
            + "05" + "0000000000000010" + "01" + "02" + "0000000000001388" + "18"
            + "000000000000000000000000000000000000000000000000" + "02" + "01" + "01" + "07" + "00" + "02" + "00" + "01"
            + "08"
            + "01" + "0000000000000006" + "00000000000003e8" + "b817" + "03";

    private static final String STORED_AHEAD = "03" + "0000000000000064" + "03"
            + "08" + "000000000000000d" + "e807" + "02" + "0000000000000384" + "0000000000000384" + "0000000000001388"
            + "0000000000001388"
            + "09" + "000000000000000e" + "e807" + "b817" + "02" + "00000000000003b6" + "0000000000001194"
            + "0a" + "0000000000000010" + "00" + "01" + "02" + "01" + "18"
            + "000000000000000000000000000000000000000000000000"
            + "00";

    private static final WindowShape WINDOW = new WindowShape(WindowShape.Reach.TIME, 3_000, true);
    private static final String WITH_CHUNKS = "09ea4b78618a14e82015a90811af047e242b5485d3b3749ba34eddfe74cbfeb6";
    private static final String A_CHUNK = "8569eed53309d46160b91b4d3a929ade2d3fcdcbaf5bce2bcfa5ab82c7e12f42";
    private static final String PANES = "0380000000000000000107000000000000000a02"
            + "04000000000000000a0400e807000200c80101000000000045555202da0402b002"
            + "000000000000000b0100e807000200c8010402" + "000000000000000c0300e807000200c80104eac3050480e90200";

    private static final String STORED_BY_VERSION_TWO = "02" + PARTS;
    private static final String STORED = "03" + PARTS;

    @Test
    void state_asStored_neverChanges() throws IOException {
        assertThat(HexFormat.of().formatHex(bytes(everything()))).isEqualTo(STORED);
    }

    @Test
    void stateStoredByVersionOne_isRead() throws IOException {
        KeyState state = KeyStateCodec.read(in(HexFormat.of().parseHex(STORED_BY_VERSION_ONE)));

        assertThat(state.entries()).isEqualTo(9);
        SeriesValues decimals = ((Series) state.parts().get(3)).values(0);
        assertThat(decimals.decimal(0)).isEqualTo("-1.25");
        assertThat(decimals.decimal(1)).isEqualTo("128000000000000000001.0");
        assertThat(state.throttle(6).suppressed()).isEqualTo(3);
        KeyState expected = everything();
        expected.parts().subList(5, expected.parts().size()).clear();
        assertThat(bytes(state)).isEqualTo(bytes(expected));
    }

    @Test
    void stateStoredByVersionTwo_isRead() throws IOException {
        KeyState state = KeyStateCodec.read(in(HexFormat.of().parseHex(STORED_BY_VERSION_TWO)));

        assertThat(state.entries()).isEqualTo(14 + 7);
        Series texts = (Series) state.parts().get(5);
        assertThat(texts.passed() - texts.place(texts.first())).isEqualTo(6);
        assertThat(texts.retention()).isEqualTo(new Retention(0, 10, true));
        assertThat(texts.lostUntil()).isEqualTo(999);
        assertThat(state.parts().get(6)).isInstanceOf(SplitSeries.class);
        assertThat(bytes(state)).isEqualTo(HexFormat.of().parseHex(STORED));
    }

    @Test
    void whatCameAheadOfTime_asStored_neverChanges() throws IOException {
        KeyState state = ahead();

        assertThat(HexFormat.of().formatHex(bytes(state))).isEqualTo(STORED_AHEAD);
        KeyState read = KeyStateCodec.read(in(HexFormat.of().parseHex(STORED_AHEAD)));
        assertThat(read.entries()).isEqualTo(2 + 2 + 1);
        assertThat(bytes(read)).isEqualTo(bytes(state));
        assertThat(bytes(KeyStateCodec.copy(state))).isEqualTo(bytes(state));
    }

    private static KeyState ahead() {
        KeyState state = new KeyState();
        state.touch(100);
        Session session = new Session(13, 1_000);
        session.touch(5_000, 100);
        session.touch(900, 100);
        state.add(session);
        Seen seen = new Seen(14, 1_000, 3_000);
        seen.touch(4_500, 100);
        seen.touch(950, 100);
        state.add(seen);
        Waiting waiting = new Waiting(16);
        waiting.add(new Waiting.Follower(2, 1, new byte[Row.HEADER]));
        state.add(waiting);
        return state;
    }

    @Test
    void seriesWithChunks_asStored_neverChanges() throws IOException {
        ChunksInMemory chunks = new ChunksInMemory();
        KeyState state = new KeyState();
        state.add(withChunks());
        state.chunks(chunks);
        fillAndRead((Series) state.parts().get(0));

        byte[] stored = bytes(state);

        assertThat(sha256(stored)).isEqualTo(WITH_CHUNKS);
        assertThat(sha256(chunks.get(9, 1))).isEqualTo(A_CHUNK);
        assertThat(bytes(KeyStateCodec.read(in(stored)))).isEqualTo(stored);
        assertThat(stored).hasSizeLessThan(1_500);
    }

    @Test
    void panes_asStored_neverChange() throws IOException {
        KeyState state = new KeyState();
        PanesPlan plan = new PanesPlan(
                10,
                PaneFunction.DEVIATION,
                SeriesKind.MONEYS,
                100,
                0,
                new Retention(1_000, 0, false),
                List.of(new WindowPlan(WINDOW, 0, Set.of())));
        PanedSeries panes = (PanedSeries) plan.create();
        CountedEvent event = new CountedEvent(SeriesKind.MONEYS);
        for (int i = 0; i < 3; i++) {
            Series series = event.begin(90 + i * 8);
            series.setDecimal(series.first(), 150 + i, 2);
            series.setCurrency(series.first(), Currencies.pack("EUR"));
            panes.take(event, 90 + i * 8);
        }
        state.add(panes);

        assertThat(HexFormat.of().formatHex(bytes(state))).isEqualTo(PANES);
        assertThat(bytes(KeyStateCodec.read(in(bytes(state))))).isEqualTo(bytes(state));
    }

    private static Series withChunks() {
        Series series = new Series(9, SeriesKind.DECIMALS);
        Set<Measure> all = EnumSet.of(Measure.SUM, Measure.SUM_OF_SQUARES, Measure.HIGHEST, Measure.LOWEST);
        series.plan(new SeriesPlan(
                9,
                SeriesKind.DECIMALS,
                false,
                new Retention(3_000, 0, false),
                List.of(new WindowPlan(WINDOW, 5, all))));
        return series;
    }

    private static void fillAndRead(Series series) {
        for (int i = 0; i < 500; i++) {
            series.setDecimal(series.add(i * 10), i * 7919 % 1000, i % 3);
            series.expire(i * 10);
            series.windows().get(0).moveTo(i * 10, true);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void copy_changesAlone() throws IOException {
        KeyState state = everything();
        byte[] before = bytes(state);

        KeyState copy = KeyStateCodec.copy(state);
        copy.expire(10_000_000);
        copy.parts().clear();

        assertThat(bytes(state)).isEqualTo(before);
        assertThat(bytes(KeyStateCodec.copy(state))).isEqualTo(before);
        ((Series) state.parts().get(0)).add(2000);
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
        Series times = series(1, SeriesKind.TIMES);
        times.add(100);
        times.add(104);
        state.add(times);
        Series longs = series(2, SeriesKind.LONGS);
        longs.setValue(longs.add(-2), -42);
        state.add(longs);
        Series doubles = series(3, SeriesKind.DOUBLES);
        doubles.setValue(doubles.add(0), Double.doubleToLongBits(0.5));
        state.add(doubles);
        Series decimals = series(4, SeriesKind.DECIMALS);
        decimals.setDecimal(decimals.add(0), -125, 2);
        decimals.setDecimal(decimals.add(1), new BigDecimal("128000000000000000001.0"));
        state.add(decimals);
        Series moneys = series(5, SeriesKind.MONEYS);
        add(moneys, 1, "EUR");
        add(moneys, 2, "USD");
        state.add(moneys);
        state.add(texts());
        state.add(split());
        addRows(state);
        state.add(new Throttle(6, 1000, 3000, 3));
        return state;
    }

    /** What is kept besides series. */
    private static void addRows(KeyState state) {
        RecentRows rows = new RecentRows(12, 60_000);
        rows.restore(new byte[Row.HEADER]);
        state.add(rows);
        Session session = new Session(13, 1_000);
        session.restore(900);
        state.add(session);
        Seen seen = new Seen(14, 60_000, 3_600_000);
        seen.touch(950, 950);
        state.add(seen);
        TrendRun run = new TrendRun(15, 5, 60_000);
        run.restore(new byte[] {4}, 990, new long[] {980, 990});
        state.add(run);
        Waiting waiting = new Waiting(16);
        waiting.add(new Waiting.Trigger(
                2, 5_000, new byte[Row.HEADER], Arrays.asList(new byte[] {7}, null), List.of(new byte[0], new byte[] {8
                })));
        state.add(waiting);
    }

    /** Two, three that had none, one, and one that had none. */
    private static Series texts() {
        Series texts = new Series(7, SeriesKind.TEXTS);
        texts.retention(new Retention(0, 10, true));
        texts.lostUntil(999);
        addText(texts, 0, "hi");
        texts.skip(3);
        addText(texts, 1, "");
        texts.skip(1);
        return texts;
    }

    private static void addText(Series texts, long time, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        texts.setText(texts.add(time), utf8, 0, utf8.length);
    }

    private static SplitSeries split() {
        SplitSeries split = new SplitSeries(8, SeriesKind.TIMES);
        split.retention(new Retention(1000, 0, false));
        split.add(new byte[] {0x41}, 1).add(1);
        Series two = split.add(new byte[] {0x42, 0x42}, 2);
        two.add(2);
        two.add(3);
        return split;
    }

    private static Series series(long name, SeriesKind kind) {
        Series series = new Series(name, kind);
        series.retention(new Retention(1000, 0, false));
        return series;
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
