package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingLintTest {

    private static final String EVENTS = """
            event A { k: text, both: text, second: text, at: timestamp } time at
            event B { k: text, both: text?, other: text?, at: timestamp } time at
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A, B as b by k when A.second is not \"x\" | 'A.second' may be missing",
                "A, B as b by k when not (b.other is \"x\") | 'b.other' may be missing",
                "A, B by k when both is not \"x\" | 'both' may be missing",
                "A, B by k when A.second is \"x\" | ",
                "A, B by k when k is not \"x\" | ",
                "A, B by k when A.second is present and A.second is not \"x\" | ",
                "A, B by k when (A.second else \"y\") is not \"x\" | ",
                "A where second is not \"x\", B where k is \"x\" by k when k is \"x\" | ",
                "B by k let x = other when x is not \"x\" | 'other' may be missing",
                "A, B by k when count of A where second is not \"x\" over the last 1 hour > 1 | ",
            })
    void negation_readingWhatMayBeMissing_isWarnedOf(String clauses, String warning) {
        String text = EVENTS + "rule \"r\" on " + clauses + " then alert \"x\" at most once per 1 hour";

        var found = RuleCompiler.compile(java.util.List.of(new Source("a.weir", text)))
                .diagnostics();

        if (warning == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasSize(1);
            assertThat(found.get(0).message()).startsWith(warning);
        }
    }
}
