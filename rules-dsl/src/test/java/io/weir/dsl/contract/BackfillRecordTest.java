package io.weir.dsl.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.contract.BackfillRange.Part;
import io.weir.dsl.contract.BackfillRecord.Place;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackfillRecordTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void event_asStored_neverChanges() {
        BackfillRecord event =
                BackfillRecord.event("acme", 7, new Place("Login", "logins", 2, 5, 1_000), new byte[] {'{', '}'});
        String stored = "01" + "01" + "000461636d65" + "0000000000000007" + "00054c6f67696e" + "00066c6f67696e73"
                + "00000002" + "0000000000000005" + "00000000000003e8" + "7b7d";

        assertThat(HEX.formatHex(event.toBytes())).isEqualTo(stored);
        assertThat(BackfillRecord.of(HEX.parseHex(stored)))
                .usingRecursiveComparison()
                .isEqualTo(event);
    }

    @Test
    void beginningAndEnd_comeBackAsTheyWere() {
        BackfillRange range = new BackfillRange(10, 20, List.of(new Part("logins", 0, 3, 9)));

        BackfillRecord begin =
                BackfillRecord.of(BackfillRecord.begin("acme", 7, range).toBytes());
        BackfillRecord end = BackfillRecord.of(BackfillRecord.end("acme", 7).toBytes());

        assertThat(begin.kind()).isEqualTo(BackfillRecord.Kind.BEGIN);
        assertThat(begin.range()).isEqualTo(range);
        assertThat(HEX.formatHex(BackfillRecord.end("acme", 7).toBytes()))
                .isEqualTo("01" + "02" + "000461636d65" + "0000000000000007");
        assertThat(end.kind()).isEqualTo(BackfillRecord.Kind.END);
    }

    @Test
    void anythingElse_isRefused() {
        for (String bytes : List.of("", "02", "0109", "0101")) {
            assertThatThrownBy(() -> BackfillRecord.of(HEX.parseHex(bytes)))
                    .as(bytes)
                    .isInstanceOf(UncheckedIOException.class);
        }
    }
}
