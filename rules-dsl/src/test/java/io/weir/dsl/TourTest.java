package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.plan.RulePlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourTest {

    @Test
    void tour_compiled_refusesOnceWhatIsNotAvailableAndPlansTheRest() {
        Compilation compiled = RuleCompiler.compile(List.of(Examples.source("tour.weir")));

        assertThat(compiled.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(Diagnostic::message)
                .containsExactly(
                        "'previous' is not available yet",
                        "'increases' is not available yet",
                        "'sequence' is not available yet",
                        "'not followed by' is not available yet",
                        "'every' is not available yet",
                        "'at the end of each session' is not available yet",
                        "'route to' is not available yet",
                        "'to EUR' is not available yet");
        assertThat(compiled.rules())
                .extracting(RulePlan::name)
                .containsExactly("Foreign high-value purchase", "Failed-login burst", "Largest payment in 30 days");
    }
}
