package io.weir.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.evaluate.ChunkKey;
import io.weir.engine.evaluate.Fill;
import io.weir.engine.evaluate.Key;
import io.weir.engine.evaluate.RoutedRow;
import io.weir.engine.evaluate.Row;
import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SerializersTest {

    private static final Row ROW = new Row(HexFormat.of()
            .parseHex("07000000" + "03000000" + "2a00000000000000" + "e803000000000000" + "0100000000000000"
                    + "0500000000000000"));
    private static final Key KEY = new Key(0x0102030405060708L, new byte[] {1, 2, 0, 0, 0, 'u', '1'});
    private static final RoutedRow ROUTED = new RoutedRow(KEY, "acme", 42, new long[] {5}, ROW, null);
    private static final RoutedRow CARRYING =
            new RoutedRow(KEY, "acme", 42, new long[] {5}, ROW, new byte[] {'{', '}'});

    private static final RoutedRow FILLING =
            new RoutedRow(KEY, "acme", 42, new long[] {5}, ROW, null, new Fill(41, 999));

    private static final String ROW_BYTES =
            "01" + "00000028" + "07000000030000002a00000000000000e803000000000000" + "01000000000000000500000000000000";
    private static final String KEY_BYTES = "01" + "0102030405060708" + "00000007" + "01020000007531";

    /** A value and the bytes that it was and stays stored as. */
    static Stream<Arguments> stored() {
        return Stream.of(
                Arguments.of(new RowSerializer(), ROW, ROW_BYTES),
                Arguments.of(new KeySerializer(), KEY, KEY_BYTES),
                Arguments.of(
                        new ChunkKeySerializer(), new ChunkKey(7, 258), "01" + "0000000000000007" + "0000000000000102"),
                Arguments.of(new ChunkSerializer(), new byte[] {1, 7}, "01" + "00000002" + "0107"),
                Arguments.of(
                        new RoutedRowSerializer(),
                        ROUTED,
                        "01" + KEY_BYTES + "000461636d65" + "000000000000002a" + "00000001" + "0000000000000005"
                                + ROW_BYTES),
                Arguments.of(
                        new RoutedRowSerializer(),
                        CARRYING,
                        "02" + KEY_BYTES + "000461636d65" + "000000000000002a" + "00000001" + "0000000000000005"
                                + ROW_BYTES + "000000027b7d"),
                Arguments.of(
                        new RoutedRowSerializer(),
                        FILLING,
                        "03" + KEY_BYTES + "000461636d65" + "000000000000002a" + "00000001" + "0000000000000005"
                                + ROW_BYTES + "0000000000000029" + "00000000000003e7"));
    }

    @ParameterizedTest
    @MethodSource("stored")
    <T> void value_asStored_neverChanges(TypeSerializer<T> serializer, T value, String hex) throws IOException {
        assertThat(HexFormat.of().formatHex(write(serializer, value))).isEqualTo(hex);
        assertThat(read(serializer, HexFormat.of().parseHex(hex))).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("stored")
    <T> void value_copiedAsBytes_isEqual(TypeSerializer<T> serializer, T value, String hex) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);

        serializer.copy(new DataInputDeserializer(write(serializer, value)), out);

        assertThat(out.getCopyOfBuffer()).isEqualTo(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @MethodSource("stored")
    <T> void serializer_fromItsSnapshot_readsTheSame(TypeSerializer<T> serializer, T value, String hex)
            throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(out, serializer.snapshotConfiguration());

        TypeSerializerSnapshot<T> snapshot = TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

        assertThat(read(snapshot.restoreSerializer(), HexFormat.of().parseHex(hex)))
                .isEqualTo(value);
        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(snapshot)
                        .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void record_ofALaterVersion_isRefusedWithAReason() {
        assertThatThrownBy(() -> read(new RowSerializer(), new byte[] {9, 0, 0, 0, 0}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 9")
                .hasMessageContaining("OPERATOR");
    }

    @Test
    void hashOfAKey_neverChanges() {
        assertThat(KEY.hashCode()).isEqualTo(942959083);
        assertThat(new Key(0, new byte[0]).hashCode()).isEqualTo(0);
    }

    private static <T> byte[] write(TypeSerializer<T> serializer, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static <T> T read(TypeSerializer<T> serializer, byte[] bytes) throws IOException {
        return serializer.deserialize(new DataInputDeserializer(bytes));
    }
}
