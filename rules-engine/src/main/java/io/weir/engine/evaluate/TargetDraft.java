package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A target of a key spec as it is gathered: which rows lead to it, and what it is. */
final class TargetDraft {

    /** In the order in which a row concerns them. */
    enum Kind {
        SESSION,
        SEEN,
        SERIES,
        TREND,
        FOLLOWER,
        TRIGGER,
        RECENT
    }

    /**
     * Rows that lead to it.
     *
     * @param trigger null where it is no rule that they trigger
     * @param rules whose filter it is
     */
    record Source(
            EpochStream stream,
            List<Condition> filter,
            @Nullable LoadedTrigger trigger,
            List<RuleHealth> rules) {}

    private final Kind kind;
    private final List<RuleHealth> rules = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private long backfill;
    private Function<SpecDraft, KeyTarget> maker = any -> new KeyTargets.OfNothing();

    TargetDraft(Kind kind) {
        this.kind = kind;
    }

    /** Whether rules begin with the rows that lead to it: an event that has no key begins nothing. */
    boolean startsRules() {
        return kind == Kind.TRIGGER || kind == Kind.SEEN || kind == Kind.SESSION;
    }

    /** The rule asks for it; to be called for one rule after the other. */
    void sharedBy(RuleHealth rule) {
        if (rules.isEmpty() || rules.get(rules.size() - 1) != rule) {
            rules.add(rule);
        }
    }

    /** All that ask for it, once all are gathered: those to blame where it fails. */
    List<RuleHealth> rules() {
        return rules;
    }

    void from(Source source) {
        boolean known = sources.stream()
                .anyMatch(each -> each.stream().equals(source.stream())
                        && each.filter().equals(source.filter())
                        && each.trigger() == source.trigger());
        if (!known) {
            sources.add(source);
        }
    }

    /** Made when the spec's parts have their numbers. */
    void madeBy(Function<SpecDraft, KeyTarget> newMaker) {
        maker = newMaker;
    }

    /** 0 for one that is not filled. */
    void filledBy(long newBackfill) {
        backfill = newBackfill;
    }

    long backfill() {
        return backfill;
    }

    List<Source> sources() {
        return sources;
    }

    KeyTarget make(SpecDraft spec) {
        return maker.apply(spec);
    }
}
