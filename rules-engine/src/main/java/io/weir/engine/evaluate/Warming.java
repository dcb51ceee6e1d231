package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.StatusReport.Start;
import io.weir.dsl.explain.Explanation;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Since when all is kept that a rule's revision looks back on, and until when some of that is not whole. */
final class Warming {

    /** What is kept longer than this is told no more. */
    private static final long TOLD = KeyState.DAY;

    /** So much of it is told: a report holds many rules. */
    private static final int PARTS = 4;

    private static final int LETTERS = 90;

    static final Warming NONE = new Warming(List.of(), Long.MIN_VALUE);

    private final List<Part> parts;
    private final long from;
    private final long until;

    /** @param length how far it is looked back; null where no time says so */
    private record Part(
            Supplier<String> words, long since, @Nullable Long length) {

        long until() {
            return length == null || since == Long.MIN_VALUE ? Long.MIN_VALUE : KeyPart.plus(since, length);
        }
    }

    private Warming(List<Part> parts, long revisionsFrom) {
        this.parts = parts;
        from = parts.stream().mapToLong(Part::since).reduce(revisionsFrom, Math::max);
        until = parts.stream().mapToLong(Part::until).reduce(Long.MIN_VALUE, Math::max);
    }

    static Warming of(PlannedRule rule, LiveSince since) {
        RulePlan plan = rule.plan();
        return plan == null || plan.key() == null || rule.state() == ArtifactState.PAUSED
                ? NONE
                : new Warming(parts(rule, plan, since), rule.standing().from());
    }

    private static List<Part> parts(PlannedRule rule, RulePlan plan, LiveSince since) {
        long spec = rule.planned().specHash();
        PlannedParts texts = rule.parts();
        List<Part> parts = new ArrayList<>();
        for (PlannedAggregate each : rule.aggregates()) {
            long length = each.shape().length();
            boolean timed = each.shape().reach() == WindowShape.Reach.TIME;
            parts.add(new Part(
                    () -> Explanation.words(plan, each.aggregate()),
                    since.of(each.id(spec), length),
                    timed ? length : null));
        }
        for (int i = 0; i < plan.previous().size(); i++) {
            var previous = plan.previous().get(i);
            parts.add(part(
                    () -> Explanation.words(plan, previous),
                    spec,
                    texts.previous().get(i),
                    since,
                    previous.within()));
        }
        for (int i = 0; i < plan.trends().size(); i++) {
            var trend = plan.trends().get(i);
            parts.add(part(
                    () -> Explanation.words(plan, trend), spec, texts.trends().get(i), since, trend.within()));
        }
        if (texts.sequence() != null && plan.body() instanceof RuleBody.Match match) {
            Duration within = match.sequence().within();
            parts.add(part(() -> "its sequence", spec, texts.sequence(), since, within));
        }
        return parts;
    }

    private static Part part(
            Supplier<String> words, long spec, String text, LiveSince since, @Nullable Duration within) {
        long from = since.of(LiveSince.SeriesId.ofPart(spec, text), 0);
        return new Part(words, from, within == null ? null : within.toMillis());
    }

    /** Null where there is nothing to tell at that event time. */
    @Nullable
    Start status(long time) {
        boolean warms = time < until;
        boolean isNews = from > Long.MIN_VALUE && !parts.isEmpty() && time < KeyPart.plus(from, TOLD);
        if (!warms && !isNews) {
            return null;
        }
        return new Start(
                from,
                words(parts.stream().filter(part -> part.since() < from).toList()),
                words(parts.stream().filter(part -> part.since() >= from).toList()),
                warms ? until : null);
    }

    private static List<String> words(List<Part> told) {
        List<String> words = new ArrayList<>();
        told.stream()
                .limit(PARTS)
                .map(part -> part.words().get())
                .map(text -> text.length() <= LETTERS ? text : text.substring(0, LETTERS) + "…")
                .forEach(words::add);
        if (told.size() > PARTS) {
            words.add((told.size() - PARTS) + " more");
        }
        return words;
    }
}
