package io.weir.dsl.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyWordsTest {

    private static final String DECLARED = """
            event A { k: text, n: int, at: timestamp } time at
            event Copy { k: text, at: timestamp } time at
            prompt why "Why {rule}?" returns { summary: text }
            """;

    @Test
    void tiers_explained_areReadInTheirOrder() {
        assertThat(
                        explained(
                                "on A by k when n > 9 then alert high \"a\" enriched by why given last 5 A\n"
                                        + "otherwise when true then emit C { n: n, k: k } to topic \"c\" and emit Copy { k: k } to topic \"copy\""))
                .isEqualTo("""
                rule "r"
                  watches   each A
                  kept by   k: a history for each value
                  fires     when n is more than 9
                  then      send a high alert "a", and ask why about it, who sees the last 5 A for each k
                  or        otherwise always
                  then      send an event C with n (n), k (k) to topic "c"
                  then      send an event Copy with k (k) to topic "copy", where rules read it
                  reads     A (topic "a")
                  state     a key: its last 5 A
                  state     a key: 240 bytes besides
                """);
    }

    @Test
    void route_explained_saysWhereEventsGo() {
        assertThat(explained("on A route to \"x\" when n > 9 to \"y\" when n > 5"))
                .isEqualTo("""
                rule "r"
                  watches   each A
                  kept by   nothing: every event is judged alone, and nothing is remembered
                  sends     the event to topic "x" when n is more than 9
                  or        the event to topic "y" when n is more than 5
                  or        nowhere otherwise, which is counted
                  reads     A (topic "a")
                  state     none
                """);
        assertThat(explained("on A route to \"x\" when n > 9 otherwise to \"z\""))
                .contains("  or        the event to topic \"z\" otherwise\n");
    }

    private static String explained(String clauses) {
        return Explanation.of(RuleCompiler.compile(List.of(new Source("a.weir", DECLARED + "rule \"r\" " + clauses)))
                .rules()
                .get(0));
    }
}
