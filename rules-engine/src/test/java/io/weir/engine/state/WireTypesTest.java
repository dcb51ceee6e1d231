package io.weir.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class WireTypesTest {

    private static final Origin ORIGIN = new Origin("acme", "Login", "logins", 5_000, List.of("a", "b"));
    private static final Origin OTHER = new Origin("acme", "Payment", "payments", 0);

    @Test
    void rawEvents_ofChangingOrigins_comeBackAsTheyWere() throws IOException {
        RawEvent first = RawEvent.of(ORIGIN, 1, 42, -7, new byte[] {1, 2});
        RawEvent second = RawEvent.unreadable(OTHER, 0, 43, new byte[0], "no field `at`");

        List<RawEvent> read = roundTrip(WireTypes.RAW_EVENT, List.of(first, first, second, first));

        assertThat(read).usingRecursiveComparison().isEqualTo(List.of(first, first, second, first));
        assertThat(read.get(0).origin()).isSameAs(read.get(1).origin());
    }

    @Test
    void rawEvent_asStored_staysReadable() throws IOException {
        RawEvent event = RawEvent.of(OTHER, 3, 9, 1_000, new byte[] {7});

        assertThat(HexFormat.of().formatHex(write(WireTypes.RAW_EVENT, List.of(event))))
                .isEqualTo("01" + "0023" + "000461636d65" + "00075061796d656e74" + "00087061796d656e7473"
                        + "0000000000000000" + "0000" + "00000003" + "0000000000000009" + "00000000000003e8"
                        + "00000001" + "07" + "00");
    }

    @Test
    void rawEvent_ofABackfill_asStored_staysReadable() throws IOException {
        RawEvent event = RawEvent.of(Origin.ofBackfill("acme", 5, "Payment", "payments"), 3, 9, 1_000, new byte[] {7});

        assertThat(roundTrip(WireTypes.RAW_EVENT, List.of(event)))
                .usingRecursiveComparison()
                .isEqualTo(List.of(event));
        assertThat(HexFormat.of().formatHex(write(WireTypes.RAW_EVENT, List.of(event))))
                .isEqualTo("01" + "002b" + "000461636d65" + "00075061796d656e74" + "00087061796d656e7473"
                        + "0000000000000000" + "0000" + "0000000000000005" + "00000003" + "0000000000000009"
                        + "00000000000003e8" + "00000001" + "07" + "00");
    }

    @Test
    void reason_ofAnyLength_isWrittenCut() throws IOException {
        RawEvent event = RawEvent.unreadable(OTHER, 0, 0, new byte[0], "x".repeat(100_000));

        RawEvent read = roundTrip(WireTypes.RAW_EVENT, List.of(event)).get(0);

        assertThat(read.unreadable()).hasSize(1_000);
    }

    @Test
    void controlMessage_comesBackAsItWas() throws IOException {
        ControlMessage message = new ControlMessage(5, new byte[] {1}, new byte[0]);

        assertThat(roundTrip(WireTypes.CONTROL, List.of(message)))
                .usingRecursiveComparison()
                .isEqualTo(List.of(message));
    }

    @Test
    void outRecord_withAndWithoutKey_comesBackAsItWas() throws IOException {
        OutRecord keyed =
                new OutRecord("alerts", new byte[] {1}, new byte[] {2}, List.of(new OutRecord.Header("ce_id", "é")));
        OutRecord keyless = new OutRecord("late", null, new byte[0], List.of());

        List<OutRecord> read = roundTrip(WireTypes.OUT_RECORD, List.of(keyed, keyless));

        assertThat(read).usingRecursiveComparison().isEqualTo(List.of(keyed, keyless));
        assertThat(read.get(0).header("ce_id")).isEqualTo("é");
        assertThat(read.get(0).header("none")).isNull();
    }

    @Test
    void record_ofAFutureVersion_isRefusedWithTheReason() {
        DataInputDeserializer bytes = new DataInputDeserializer(new byte[] {99});

        assertThatThrownBy(() -> serializer(WireTypes.OUT_RECORD).deserialize(bytes))
                .hasMessageContaining("version 99")
                .hasMessageContaining("OPERATOR");
    }

    private static <T> List<T> roundTrip(TypeInformation<T> type, List<T> values) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(write(type, values));
        TypeSerializer<T> serializer = serializer(type);
        List<T> read = new ArrayList<>();
        while (in.available() > 0) {
            read.add(serializer.deserialize(in));
        }
        return read;
    }

    private static <T> byte[] write(TypeInformation<T> type, List<T> values) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializer<T> serializer = serializer(type);
        for (T value : values) {
            serializer.serialize(value, out);
        }
        return out.getCopyOfBuffer();
    }

    private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }
}
