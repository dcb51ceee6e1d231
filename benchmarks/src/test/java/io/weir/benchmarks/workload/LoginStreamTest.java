package io.weir.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginStreamTest {

    @Test
    void declaration_compiled_isTheSchemaThatIsMeasured() {
        String rule =
                LoginStream.DECLARATION + "\nrule \"Any\"\n  on Login\n  when amount > 0\n  then alert \"{userId}\"\n";

        Compilation compiled = RuleCompiler.compile(List.of(new Source("login.weir", rule)));

        assertThat(compiled.diagnostics()).isEmpty();
        assertThat(compiled.rules().get(0).on().get(0).stream()).isEqualTo(LoginStream.SCHEMA);
    }
}
