package io.weir.samples.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.samples.notifier.Ledger.Known;
import io.weir.samples.notifier.Ledger.Settled;
import io.weir.samples.notifier.Offsets.Origin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Ledger ledger = new Ledger();

    @Test
    void alert_readAgain_isKnownAndItsCopiesAreSettledTogether() {
        assertThat(ledger.take("a", new Origin(0, 1))).isEqualTo(Known.NEW);
        assertThat(ledger.take("a", new Origin(0, 7))).isEqualTo(Known.ON_ITS_WAY);

        assertThat(ledger.settle(new Settled("n", List.of("a"), NOON)))
                .containsExactly(new Origin(0, 1), new Origin(0, 7));
        assertThat(ledger.take("a", new Origin(0, 9))).isEqualTo(Known.SETTLED);
    }

    @Test
    void alert_onItsWaySinceBeforeTheStart_isNotNew() {
        ledger.onItsWay(new Notification("n", List.of("a"), NOON, "{}"));

        assertThat(ledger.take("a", new Origin(0, 1))).isEqualTo(Known.ON_ITS_WAY);
        assertThat(ledger.settle(new Settled("n", List.of("a"), NOON))).containsExactly(new Origin(0, 1));
    }

    @Test
    void settledAlerts_areForgottenInTime() {
        ledger.settle(new Settled("n1", List.of("a", "b"), NOON));
        ledger.settle(new Settled("n2", List.of("c"), NOON.plusSeconds(1)));

        assertThat(ledger.forget(NOON)).isEmpty();
        assertThat(ledger.forget(NOON.plusSeconds(1))).containsExactly("n1");
        assertThat(ledger.take("c", new Origin(0, 1))).isEqualTo(Known.SETTLED);
        assertThat(ledger.forget(NOON.plusSeconds(2))).containsExactly("n2");
        assertThat(ledger.entries()).isZero();
    }
}
