package io.weir.admin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.admin.problem.ProblemException;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.Topics;
import io.weir.dsl.plan.RulePlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTopicsTest {

    private final NamedTopics named = new NamedTopics(Topics.DEFAULT);

    @Test
    void rule_thatRoutesEmitsAndAlerts_namesAllItsTopics() {
        Set<String> topics = new TreeSet<>();

        named.addWritten(
                topics,
                rule("route to \"review\" when n > 3 otherwise to \"rest\" then emit Big { n: n } to topic \"big\""
                        + " and alert \"x\" to topic \"own\" and alert \"y\""));

        assertThat(topics).containsExactly("big", "own", "rest", "review");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when n > 3 then emit Big { n: n } to topic \"weir.control\"",
                "when n > 3 then emit Big { n: n } to topic \"weir.alerts\"",
                "route to \"weir.alerts\" when n > 3 otherwise to \"rest\"",
                "route to \"rest\" when n > 3 otherwise to \"weir.status\"",
                "when n > 5 then alert \"x\" otherwise when n > 3 then alert \"y\" to topic \"weir.audit\"",
            })
    void topic_ofWeirsOwn_isRefused(String body) {
        assertThatThrownBy(() -> named.addWritten(new TreeSet<>(), rule(body)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("which is Weir's own");
    }

    @Test
    void alert_toTheTopicOfAlerts_isTaken() {
        Set<String> topics = new TreeSet<>();

        named.addWritten(topics, rule("when n > 3 then alert \"x\" to topic \"weir.alerts\""));

        assertThat(topics).containsExactly("weir.alerts");
    }

    private static RulePlan rule(String body) {
        String text = "event A { n: int, at: timestamp } time at\nrule \"r\" on A " + body;
        return RuleCompiler.compile(List.of(new Source("a.weir", text))).rules().get(0);
    }
}
