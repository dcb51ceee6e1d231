package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.Sequence;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Name;
import org.jspecify.annotations.Nullable;

/** Checks where the search goes on behind a match: at an event that the match has, and not at its first. */
final class ResumeCheck {

    private final RuleContext rule;
    private final Steps steps;

    ResumeCheck(RuleContext rule, Steps steps) {
        this.rule = rule;
        this.steps = steps;
    }

    /** As {@link Sequence#resumeAt()} has it; where it has a mistake, reported, as if nothing had been said. */
    int check(Body.@Nullable Resume resume) {
        if (resume == null || resume.step() == null) {
            return resume != null && resume.place() == Body.Resume.Place.AT_NEXT
                    ? Sequence.AT_NEXT
                    : Sequence.AFTER_MATCH;
        }
        Name name = resume.step();
        StepSymbol step = steps.find(name.text());
        rule.names().couldBe(name, () -> new Candidates().and(Target.Kind.STEP, steps.names()), Wanted.NAME);
        if (step == null) {
            rule.report(Code.UNKNOWN_STEP, name.span(), name.text())
                    .help("steps are " + Phrases.oneOf(steps.names()))
                    .suggest(NearNames.nearest(name.text(), steps.names()), name.span(), "");
            return Sequence.AFTER_MATCH;
        }
        rule.names().means(name, Target.of(Target.Kind.STEP, step.name()), null);
        return isPlace(step, name) ? step.index() : Sequence.AFTER_MATCH;
    }

    private boolean isPlace(StepSymbol step, Name name) {
        String why = step.forbidden()
                ? "it matches no event"
                : step.least() == 0
                        ? "it may match no event"
                        : isFirst(step) ? "from the match's first event the same match would be found again" : null;
        if (why != null) {
            rule.report(Code.RESUME_AT_NOWHERE, name.span(), name.text(), why)
                    .help("to look for matches that begin within this one, write 'resume at next'");
        }
        return why == null;
    }

    private boolean isFirst(StepSymbol step) {
        return steps.all().subList(0, step.index()).stream().allMatch(StepSymbol::mayBeEmpty);
    }
}
