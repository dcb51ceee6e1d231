package io.weir.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActorTest {

    @Test
    void name_withWhatCannotBePrinted_isMadePrintableAndShort() {
        assertThat(Actor.printable("a\nb\u202ec")).isEqualTo("a?b?c");
        assertThat(Actor.printable("a".repeat(1_000))).hasSize(100);
    }
}
