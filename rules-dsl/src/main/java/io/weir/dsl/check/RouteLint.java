package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import java.util.List;

/** Warns of a route that leaves events out, and of a last arm whose condition decides nothing. */
record RouteLint(Span keyword, List<Body.Arm> sources, List<RuleBody.Arm> arms) implements Lint {

    @Override
    public void report(Problems problems, RuleContext rule) {
        int last = arms.size() - 1;
        int always = firstThatIsAlwaysTrue(rule);
        if (sources.get(last).condition() == null) {
            warnOfTheArmBefore(problems, last);
        } else if (always < 0) {
            problems.report(Code.ROUTED_IN_PART, keyword)
                    .help("say where the others go, with 'otherwise to'; what goes nowhere is only counted");
        } else if (always == last) {
            warnOfTheLast(problems, last);
        }
    }

    private int firstThatIsAlwaysTrue(RuleContext rule) {
        int index = 0;
        while (index < arms.size()
                && !Boolean.TRUE.equals(Truth.of(arms.get(index).condition(), rule))) {
            index++;
        }
        return index == arms.size() ? -1 : index;
    }

    private void warnOfTheArmBefore(Problems problems, int last) {
        String topic = arms.get(last).topic();
        if (last > 0 && arms.get(last - 1).topic().equals(topic)) {
            problems.report(Code.DECIDES_NOTHING, condition(last - 1), "what is left goes to '" + topic + "' too")
                    .help("leave this arm out, or name another topic");
        }
    }

    private void warnOfTheLast(Problems problems, int last) {
        Problem problem = problems.report(Code.DECIDES_NOTHING, condition(last), "it is always true");
        if (last > 0) {
            String otherwise = "otherwise to \"" + arms.get(last).topic() + "\"";
            problem.help("write '" + otherwise + "'")
                    .fix("Change to 'otherwise to'", sources.get(last).span(), otherwise);
        }
    }

    private Span condition(int arm) {
        Expression condition = sources.get(arm).condition();
        return condition == null ? sources.get(arm).span() : condition.span();
    }
}
