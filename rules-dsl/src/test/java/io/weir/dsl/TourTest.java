package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.plan.RulePlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourTest {

    @Test
    void tour_compiled_isPlanned() {
        Compilation compiled = RuleCompiler.compile(List.of(Examples.source("tour.weir")));

        assertThat(compiled.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(Diagnostic::code)
                .isSubsetOf(Code.NOT_AN_EVENT);
        assertThat(compiled.rules())
                .extracting(RulePlan::name)
                .contains(
                        "Foreign high-value purchase",
                        "Failed-login burst",
                        "Escalating withdrawals",
                        "Largest payment in 30 days",
                        "Session digest");
    }
}
