package io.weir.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActorTest {

    @Test
    void name_thatNobodyChecked_saysSo() {
        assertThat(Actor.unchecked(" ada ", "127.0.0.1").name()).isEqualTo("local:ada");
        assertThat(Actor.unchecked(null, "127.0.0.1").name()).isEqualTo("local:anonymous");
        assertThat(Actor.unchecked(" ", "127.0.0.1").name()).isEqualTo("local:anonymous");
    }

    @Test
    void name_withWhatCannotBePrinted_isMadePrintableAndShort() {
        assertThat(Actor.unchecked("a\nb\u202ec", "").name()).isEqualTo("local:a?b?c");
        assertThat(Actor.unchecked("a".repeat(1_000), "").name()).hasSize(106);
    }
}
