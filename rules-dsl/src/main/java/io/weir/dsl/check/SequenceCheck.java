package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Sequence;
import io.weir.dsl.syntax.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a sequence: that its steps can be matched one after another, and that what it holds meanwhile is bounded. */
final class SequenceCheck {

    private static final int MOST_STEPS = 50;

    private final RuleContext rule;
    private final Body.Sequence source;
    private final Steps steps;

    SequenceCheck(RuleContext rule, Body.Sequence source, Steps steps) {
        this.rule = rule;
        this.source = source;
        this.steps = steps;
    }

    /** Null where it has a mistake. */
    @Nullable
    Sequence check() {
        rule.requireKey(keyword());
        Duration within = source.within() == null
                ? null
                : new Literals(rule.problems()).window(source.within(), "what stands after 'within'");
        List<Sequence.Step> planned = new ArrayList<>();
        for (StepSymbol step : steps.all()) {
            Sequence.Step plan = new StepCheck(rule, steps, step, source.strictly()).check();
            if (plan != null) {
                planned.add(plan);
            }
        }
        int resume = new ResumeCheck(rule, steps).check(source.resume());
        if (steps.size() == 0 || !isBounded() | !begins() | !ends() || planned.size() < steps.size()) {
            return null;
        }
        new LoopCheck(rule, steps, source.strictly()).check(planned);
        return new Sequence(source.strictly(), within, planned, resume);
    }

    private Span keyword() {
        int start = source.span().start();
        return new Span(start, start + "sequence".length());
    }

    private boolean isBounded() {
        if (steps.size() > MOST_STEPS) {
            rule.report(
                            Code.TOO_MANY_STEPS,
                            steps.get(MOST_STEPS).source().name().span())
                    .help("give steps that repeat a quantifier, or make two rules of it");
            return false;
        }
        StepSymbol last = steps.get(steps.size() - 1);
        boolean loops = steps.all().stream().anyMatch(step -> step.most() == Sequence.Step.UNBOUNDED);
        boolean waits = last.forbidden();
        if (source.within() != null || !(waits || loops || !source.strictly())) {
            return true;
        }
        String why = waits
                ? "ends with a 'no', which must be over some time"
                : loops ? "can repeat a step without end" : "can wait for its next step without end";
        rule.report(Code.SEQUENCE_WITHOUT_WITHIN, keyword(), why)
                .help("say in how much time all of it must happen, for example: sequence within 1 hour");
        return false;
    }

    private boolean begins() {
        StepSymbol first = steps.get(0);
        if (first.forbidden()) {
            rule.report(Code.STARTS_WITH_NO, first.source().span(), first.name())
                    .help(
                            "begin with an event that does happen; what must not come before it is a condition of 'when'");
        }
        return !first.forbidden();
    }

    // A match must have an event: its last, from which its values come.
    private boolean ends() {
        List<StepSymbol> matching =
                steps.all().stream().filter(step -> !step.forbidden()).toList();
        if (matching.isEmpty()) {
            return true;
        }
        StepSymbol last = matching.get(matching.size() - 1);
        boolean isLast = last.index() == steps.size() - 1;
        boolean open = isLast ? last.mayBeEmpty() : matching.stream().allMatch(StepSymbol::mayBeEmpty);
        if (open && last.source().quantifier() != null) {
            rule.report(Code.ENDS_OPEN, last.source().quantifier().span(), last.name())
                    .help(
                            "a match is reported as soon as it is whole, which it would be without this step; write '+' or "
                                    + "leave the step out");
        }
        return !open;
    }
}
