package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names in {@code let}, {@code when} and the actions: the lets above, and the fields of the event that triggered the rule. */
final class TriggerScope implements Scope {

    private final RuleContext rule;
    private final Fields fields;
    private final Features features;

    TriggerScope(RuleContext rule) {
        this.rule = rule;
        this.fields = new Fields(rule);
        this.features = new Features(rule);
    }

    @Override
    public @Nullable Code refusal() {
        return null;
    }

    @Override
    public @Nullable EventRef before() {
        return rule.reach() == null ? null : new EventRef.Before();
    }

    @Override
    public Candidates steps() {
        return rule.reach() == null
                ? new Candidates()
                : new Candidates().and(Target.Kind.STEP, rule.reach().steps().names());
    }

    @Override
    public boolean isStep(String name) {
        return rule.reach() != null && rule.reach().steps().find(name) != null;
    }

    @Override
    public @Nullable Expr ofStep(Expression.Aggregation source) {
        Expr value = rule.reach() == null ? null : new StepAggregateCheck(rule, rule.reach()).check(source);
        if (value != null) {
            rule.shown().add(source.function().text(), value);
        }
        return value;
    }

    @Override
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        Name first = path.names().get(0);
        if (rule.isTimed()) {
            return new TimedScope(rule).resolve(path, wanted);
        } else if (rule.reach() != null) {
            return new StepScope(rule, rule.reach()).resolve(path, wanted);
        }
        return path.names().size() == 1 ? unqualified(first, wanted) : qualified(path, first, wanted);
    }

    @Override
    public @Nullable EventName event(Name name) {
        Watched watched = rule.watched(name.text());
        boolean value = rule.let(name.text()) != null
                || rule.watched().stream().anyMatch(one -> one.stream().field(name.text()) != null);
        return watched == null || value || rule.isTimed() ? null : new EventName(watched.index(), watched.stream());
    }

    private @Nullable Expr qualified(Expression.Path path, Name first, Wanted wanted) {
        LetSymbol let = rule.let(first.text());
        if (let != null && (let.value() == null || rule.event(let.value()) != null)) {
            return ofEvent(let, path, wanted);
        }
        Watched watched = rule.watched(first.text());
        FollowerSymbol follower = rule.follower();
        if (watched == null && follower != null && follower.isCalled(first.text())) {
            return new FollowCheck(rule).field(follower, path, wanted);
        }
        Name whole = Dotted.name(path.names());
        if (watched != null && !Fields.named(watched.stream(), path, true).equals(whole)) {
            return fields.find(watched.stream(), watched.index(), Dotted.rest(path.names()), new Candidates(), wanted);
        } else if (rule.watched().stream().anyMatch(one -> Fields.begins(one.stream(), path))) {
            return ofAny(whole, wanted);
        } else if (!rule.isBlind()) {
            Aliases.unknown(rule, first);
        }
        return null;
    }

    private @Nullable Expr unqualified(Name name, Wanted wanted) {
        LetSymbol let = rule.let(name.text());
        if (let != null) {
            Expr value = let.value();
            return value == null ? null : new Expr.LetOf(let.index(), let.name(), value.type());
        }
        return ofAny(name, wanted);
    }

    /** The field of whichever of the rule's events it is, which all of them must have. */
    @Nullable
    Expr ofAny(Name name, Wanted wanted) {
        return rule.watched().size() == 1 && !rule.isBlind()
                ? only(rule.watched().get(0), name, wanted)
                : shared(name, wanted);
    }

    private @Nullable Expr only(Watched watched, Name name, Wanted wanted) {
        Expr field = Fields.of(watched.stream(), watched.index(), name.text());
        if (field == null && rule.isLetBelow(name.text())) {
            return below(name);
        } else if (field == null && features.isNamed(name.text())) {
            return features.resolve(name);
        }
        return field == null ? fields.find(watched.stream(), watched.index(), name, candidates(), wanted) : field;
    }

    private @Nullable Expr below(Name name) {
        rule.report(Code.LET_BELOW, name.span(), name.text()).help("move that 'let' above this line");
        return null;
    }

    private @Nullable Expr shared(Name name, Wanted wanted) {
        List<Watched> having = rule.watched().stream()
                .filter(watched -> watched.stream().field(name.text()) != null)
                .toList();
        if (rule.isBlind()
                || rule.watched().stream().anyMatch(watched -> watched.stream().isSilent(name.text()))) {
            return null;
        } else if (having.isEmpty()) {
            return rule.isLetBelow(name.text()) ? below(name) : ofNone(name, wanted);
        }
        Watched one = having.get(0);
        Field field = one.stream().field(name.text());
        for (Watched other : rule.watched()) {
            Field its = other.stream().field(name.text());
            if (field != null && (its == null || !its.type().equals(field.type()))) {
                Expr key = KeyCheck.partOf(rule.key(), one.stream().name(), name.text());
                if (key != null) {
                    return key;
                }
                rule.report(
                                Code.FIELD_NOT_IN_ALL,
                                name.span(),
                                name.text(),
                                one.stream().name(),
                                other.stream().name())
                        .help("write " + one.alias() + "." + name.text() + " to mean that event's alone");
                return null;
            }
        }
        return Fields.of(one.stream(), -1, name.text());
    }

    private Candidates candidates() {
        return features.addTo(new Candidates()).and(rule.lets());
    }

    private @Nullable Expr ofNone(Name name, Wanted wanted) {
        if (features.isNamed(name.text())) {
            return features.resolve(name);
        }
        for (Watched watched : rule.watched()) {
            if (watched.stream().isRecord(name.text())) {
                fields.recordAlone(watched.stream(), name);
                return null;
            }
        }
        Candidates candidates = candidates();
        rule.watched().forEach(watched -> candidates.and(watched.stream()));
        rule.names().couldBe(name, () -> candidates, wanted);
        rule.report(Code.UNKNOWN_NAME, name.span(), name.text())
                .suggest(candidates.nearest(name.text(), wanted), name.span(), "");
        return null;
    }

    /** A field of the event that a let is; null where the let has a mistake. */
    @Nullable
    Expr ofEvent(LetSymbol let, Expression.Path path, Wanted wanted) {
        Expr.EventOf event = rule.event(let.value());
        if (event == null) {
            return null;
        }
        StreamSymbol stream = rule.names().stream(event.stream().name());
        Expr.FieldOf field =
                stream == null ? null : fields.find(stream, 0, Dotted.rest(path.names()), new Candidates(), wanted);
        return field == null
                ? null
                : new Expr.FieldOfEvent(event.event(), field.streamName(), field.slot(), field.field());
    }
}
