package io.weir.dsl.explain;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Follow;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sequence;
import io.weir.dsl.plan.StreamSchema;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What a rule waits for, event after event, in lines of a head and words. */
final class MatchWords {

    private final RulePlan rule;
    private final Sentence sentence;
    private final BiConsumer<String, String> line;

    MatchWords(RulePlan rule, BiConsumer<String, String> line) {
        this.rule = rule;
        this.sentence = new Sentence(rule);
        this.line = line;
    }

    /** What comes before a rule's conditions: the steps of its sequence. */
    void begin() {
        if (rule.body() instanceof RuleBody.Match match) {
            steps(match.sequence());
        }
    }

    /** What comes behind them. */
    void end() {
        if (rule.body() instanceof RuleBody.Match match) {
            ends(match.sequence());
        } else if (rule.body() instanceof RuleBody.When when && when.follow() != null) {
            follow(when.follow());
        }
    }

    private void steps(Sequence sequence) {
        line.accept(
                "matches",
                (sequence.strictly()
                                ? "these steps, each event right after the one before"
                                : "these steps one after another, whatever comes between")
                        + (sequence.within() == null ? "" : ", in less than " + Constants.duration(sequence.within())));
        int last = sequence.steps().size() - 1;
        for (int index = 0; index <= last; index++) {
            line.accept("step", step(sequence.steps().get(index), index == last));
        }
    }

    private String step(Sequence.Step step, boolean last) {
        String what = step.forbidden()
                ? "no " + streams(step) + (last ? " until the time is up" : " meanwhile")
                : number(step) + streams(step);
        return step.name() + ": " + what + (step.where() == null ? "" : " where " + sentence.words(step.where()));
    }

    private static String number(Sequence.Step step) {
        if (step.most() == Sequence.Step.UNBOUNDED) {
            return step.least() == 0 ? "any number of " : step.least() + " or more ";
        } else if (step.least() == step.most()) {
            return step.least() == 1 ? "one " : step.least() + " ";
        }
        return step.least() == 0 && step.most() == 1 ? "perhaps one " : step.least() + " to " + step.most() + " ";
    }

    private String streams(Sequence.Step step) {
        return step.streams().isEmpty()
                ? rule.on().stream().map(trigger -> trigger.stream().name()).collect(Collectors.joining(" or "))
                : step.streams().stream()
                        .map(index -> rule.on().get(index).stream().name())
                        .collect(Collectors.joining(" or "));
    }

    private void ends(Sequence sequence) {
        int last = sequence.steps().size() - 1;
        line.accept(
                "reports",
                sequence.steps().get(last).forbidden()
                        ? "when the time is up, counted from the match's first event"
                        : "at the first event that makes it whole");
        line.accept(
                "goes on",
                switch (sequence.resumeAt()) {
                    case Sequence.AFTER_MATCH -> "after the match's last event";
                    case Sequence.AT_NEXT -> "at the event after the match's first";
                    default ->
                        "at the first event of step "
                                + sequence.steps().get(sequence.resumeAt()).name();
                });
    }

    private void follow(Follow follow) {
        String events = follow.streams().stream().map(StreamSchema::name).collect(Collectors.joining(" or "));
        Expr where = follow.where();
        String what = events + (where == null ? "" : " where " + sentence.ofOneEvent(where));
        String time = Constants.duration(follow.within());
        line.accept(
                "waits",
                follow.negated()
                        ? time + ", and fires if no " + what + " has come by then"
                        : "less than " + time + " for " + what + ", and fires at the first one");
    }
}
