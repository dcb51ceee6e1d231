package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A rule's sequence, ready to be searched for. */
final class SequencePlan {

    /** Of the state: the same for as long as the steps mean the same. */
    final long name;

    final boolean strictly;
    /** From the match's first event, in milliseconds. */
    final long within;

    final int resumeAt;
    final List<SequenceStep> steps;
    final SequenceNeeds needs;
    /** Whether it ends with a {@code no}, so that a match is one when the time is up. */
    final boolean waits;
    /** Whether a tier has a condition. */
    final boolean asksMatch;
    /** Whether a condition looks at the event before. */
    final boolean asksPrevious;
    /** Whether one does so though nothing has matched yet. */
    final boolean remembersPrevious;

    private final int last;

    private SequencePlan(long name, Sequence sequence, SequenceNeeds needs, boolean asksMatch) {
        this.name = name;
        this.strictly = sequence.strictly();
        this.within = sequence.within() == null
                ? KeyPart.REMEMBERED
                : sequence.within().toMillis();
        this.resumeAt = sequence.resumeAt();
        this.needs = needs;
        this.asksMatch = asksMatch;
        List<SequenceStep> compiled = new ArrayList<>();
        for (int at = 0; at < sequence.steps().size(); at++) {
            compiled.add(new SequenceStep(sequence.steps().get(at), needs.isAlone(at)));
        }
        steps = List.copyOf(compiled);
        waits = steps.get(steps.size() - 1).forbidden;
        last = lastOf(steps);
        asksPrevious = strictly && IntStream.rangeClosed(0, steps.size()).anyMatch(needs::asksBefore);
        remembersPrevious = strictly
                && (needs.asksBefore(steps.size())
                        || IntStream.rangeClosed(0, first()).anyMatch(needs::asksBefore));
    }

    /** The last of the steps that a match can begin with. */
    private int first() {
        int first = 0;
        while (steps.get(first).mayBeEmpty()) {
            first++;
        }
        return first;
    }

    /** The body is a {@link RuleBody.Match}. */
    static SequencePlan of(RulePlan rule) {
        RuleBody.Match match = (RuleBody.Match) rule.body();
        boolean asksMatch = match.tiers().stream().noneMatch(tier -> isAlwaysTrue(tier.condition()));
        return new SequencePlan(
                StableHash.ofName(SequenceText.of(rule)), match.sequence(), SequenceNeeds.of(rule), asksMatch);
    }

    private static boolean isAlwaysTrue(Expr condition) {
        return condition instanceof Expr.Constant constant && Boolean.TRUE.equals(constant.value());
    }

    private static int lastOf(List<SequenceStep> steps) {
        int last = steps.size() - 1;
        while (steps.get(last).forbidden) {
            last--;
        }
        return last;
    }

    SequenceStep step(int index) {
        return steps.get(index);
    }

    /** Whether a match is whole, but for a final {@code no}, with that many events of that step. */
    boolean isWhole(int step, int count) {
        return step(step).isEnough(count) && (waits ? !needsMore(step) : step == last);
    }

    private boolean needsMore(int step) {
        for (int at = step + 1; at < steps.size(); at++) {
            if (!steps.get(at).mayBeEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether another event may still be taken after that many of that step, up to a step that is out of reach. */
    boolean canGoOn(int step, int count, int blocked) {
        if (!step(step).isFull(count)) {
            return true;
        }
        for (int at = step + 1; at < Math.min(steps.size(), blocked); at++) {
            if (!steps.get(at).forbidden) {
                return true;
            }
        }
        return false;
    }

    Attempt newAttempt(long begin, long since) {
        return new Attempt(
                begin,
                since,
                new byte[needs.rows()][],
                new StepTotal[needs.totals().size()]);
    }

    /**
     * What it keeps of a key.
     *
     * @param liveSince events before that time do not count
     */
    SequenceState.Plan state(long liveSince) {
        return new SequenceState.Plan(name, new SequenceState.Bounds(within, waits, remembersPrevious), liveSince);
    }

    /** When an attempt that began at that time is over. */
    long endOf(long since) {
        return KeyPart.plus(since, within);
    }
}
