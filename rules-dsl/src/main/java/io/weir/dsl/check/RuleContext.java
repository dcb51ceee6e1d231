package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.plan.Score;
import io.weir.dsl.plan.Trend;
import io.weir.dsl.syntax.RuleDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a rule while it is being checked. */
final class RuleContext {

    private final Problems problems;
    private final Names names;
    private final RuleDefinition definition;
    private final List<Watched> watched = new ArrayList<>();
    private final Map<String, LetSymbol> lets = new LinkedHashMap<>();
    private final List<Aggregate> aggregates = new ArrayList<>();
    private final List<String> aggregateTexts = new ArrayList<>();
    private final List<Score> scores = new ArrayList<>();
    private final Shown shown = new Shown();
    private final Set<String> guarded = new HashSet<>();
    private final List<Lint> lints = new ArrayList<>();
    private final List<PreviousEvent> previous = new ArrayList<>();
    private final List<Trend> trends = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private @Nullable KeySpec key;
    private @Nullable Reach reach;
    private @Nullable FollowerSymbol follower;
    private boolean broken;
    private boolean blind;
    private boolean keyMissed;
    private boolean stateLost;

    RuleContext(Problems problems, Names names, RuleDefinition definition) {
        this.problems = problems;
        this.names = names;
        this.definition = definition;
    }

    Problem report(Code code, Span span, Object... arguments) {
        return problems.report(code, span, arguments);
    }

    Problems problems() {
        return problems;
    }

    Names names() {
        return names;
    }

    RuleDefinition definition() {
        return definition;
    }

    /** Something that the rule uses has mistakes of its own. */
    void breaks() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /** An aggregate or a score has a mistake, so that none may seem to be there. */
    void losesState() {
        stateLost = true;
    }

    boolean isStateLost() {
        return stateLost;
    }

    /** Not all streams of the rule are known, so a name that is not found may be theirs. */
    void goesBlind() {
        blind = true;
        broken = true;
    }

    boolean isBlind() {
        return blind;
    }

    void watch(Watched stream) {
        watched.add(stream);
    }

    List<Watched> watched() {
        return watched;
    }

    /** The watched stream of that alias or name, or null. */
    @Nullable
    Watched watched(String name) {
        return watched.stream()
                .filter(stream -> stream.alias().equals(name))
                .findFirst()
                .orElseGet(() -> watched.stream()
                        .filter(stream -> stream.isCalled(name))
                        .findFirst()
                        .orElse(null));
    }

    void key(KeySpec spec) {
        key = spec;
    }

    @Nullable
    KeySpec key() {
        return key;
    }

    boolean isKeyed() {
        return definition.by() != null;
    }

    /** It runs at times of its own, so that no event is at hand. */
    boolean isTimed() {
        return definition.trigger() != null;
    }

    void refuseTimed(Span span, String what) {
        report(Code.NO_EVENT_AT_HAND, span, what)
                .help("it can ask for its key's fields, lets, aggregates, features and tables");
    }

    /** The event that a value is, through lets; null where it is none. */
    Expr.@Nullable EventOf event(@Nullable Expr value) {
        Expr at = value;
        while (at instanceof Expr.LetOf let) {
            LetSymbol symbol = lets.get(let.name());
            at = symbol == null ? null : symbol.value();
        }
        return at instanceof Expr.EventOf event ? event : null;
    }

    /** Notes that the rule reads that stream, whose events must have its key. */
    void reads(String stream) {
        read.add(stream);
    }

    boolean isRead(String stream) {
        return read.contains(stream)
                || watched.stream().anyMatch(one -> one.stream().name().equals(stream));
    }

    /** From where the rule's sequence is looked at by all that stands outside of its steps. */
    void reach(Reach whole) {
        reach = whole;
    }

    /** Null for a rule without a sequence. */
    @Nullable
    Reach reach() {
        return reach;
    }

    void follower(FollowerSymbol symbol) {
        follower = symbol;
    }

    /** The event that the rule waits for; null where it does not, or not yet. */
    @Nullable
    FollowerSymbol follower() {
        return follower;
    }

    /** Complains that there is no key, once a rule. */
    void requireKey(Span span) {
        if (!isKeyed() && !keyMissed) {
            keyMissed = true;
            report(Code.WINDOW_WITHOUT_KEY, span)
                    .help("say whose events belong together, for example: by cardId; or: by everything");
        }
    }

    void let(LetSymbol let) {
        lets.put(let.name(), let);
    }

    @Nullable
    LetSymbol let(String name) {
        return lets.get(name);
    }

    Map<String, LetSymbol> lets() {
        return lets;
    }

    boolean isLetBelow(String name) {
        return !lets.containsKey(name)
                && definition.lets().stream().anyMatch(let -> let.name().text().equals(name));
    }

    List<Aggregate> aggregates() {
        return aggregates;
    }

    /** The index of that aggregate, which several places of the rule may share; a feature gives it its name. */
    int aggregate(Aggregate aggregate) {
        String rank = aggregate.rank() == null
                ? ""
                : aggregate.rank().stripTrailingZeros().toPlainString();
        String text = aggregate.function() + rank + " " + aggregate.series() + " " + aggregate.window();
        int known = aggregateTexts.indexOf(text);
        if (known >= 0 && aggregates.get(known).label().isEmpty()) {
            aggregates.set(known, aggregate);
        }
        if (known >= 0) {
            return known;
        }
        aggregateTexts.add(text);
        aggregates.add(aggregate);
        shown.add(aggregate.function().text(), new Expr.AggregateOf(aggregates.size() - 1, aggregate.type()));
        return aggregates.size() - 1;
    }

    List<Score> scores() {
        return scores;
    }

    int score(Score score) {
        int index = indexIn(scores, score);
        shown.add(Shown.SCORE, new Expr.ScoreOf(index, score.model().returns()));
        return index;
    }

    List<PreviousEvent> previous() {
        return previous;
    }

    int previous(PreviousEvent event) {
        return indexIn(previous, event);
    }

    List<Trend> trends() {
        return trends;
    }

    int trend(Trend trend) {
        return indexIn(trends, trend);
    }

    private static <T> int indexIn(List<T> all, T one) {
        if (!all.contains(one)) {
            all.add(one);
        }
        return all.indexOf(one);
    }

    /** What the rule's texts show by words such as {@code count}. */
    Shown shown() {
        return shown;
    }

    /** True where a let, a feature or a field, of any event that the rule watches, has that name. */
    boolean isNamed(String name) {
        return lets.containsKey(name)
                || watched.stream()
                        .anyMatch(one ->
                                one.stream().field(name) != null || one.stream().isRecord(name))
                || new Features(this).isUsable(name);
    }

    /** True where a field of that name may be there that could not be read. */
    boolean isSilent(String name) {
        return blind || watched.stream().anyMatch(one -> one.stream().isSilent(name));
    }

    /** The rule asks whether that field is missing, so its author knows. */
    void guard(String field) {
        guarded.add(field);
    }

    boolean isGuarded(String field) {
        return guarded.contains(field);
    }

    void lint(Lint lint) {
        lints.add(lint);
    }

    List<Lint> lints() {
        return lints;
    }
}
