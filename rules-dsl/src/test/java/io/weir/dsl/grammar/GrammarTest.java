package io.weir.dsl.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Examples;
import org.junit.jupiter.api.Test;

class GrammarTest {

    @Test
    void contract_read_isAFile() {
        assertThat(Grammar.file(Examples.text("contract.weir"))).isNotNull();
        assertThat(Grammar.file(Examples.text("tour.weir"))).isNotNull();
    }

    @Test
    void generated_read_areFiles() {
        for (int seed = 0; seed < 3_000; seed++) {
            String text = RandomPack.text(seed, seed % 2 == 0);
            assertThat(Grammar.file(text)).as("seed %d%n%s", seed, text).isNotNull();
        }
    }
}
