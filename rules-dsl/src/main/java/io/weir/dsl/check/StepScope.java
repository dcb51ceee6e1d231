package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names in a rule with a sequence: lets, the fields of the event at hand, and the steps with the events that they matched. */
final class StepScope implements Scope {

    private final RuleContext rule;
    private final Reach reach;
    private final StepEvents events;

    StepScope(RuleContext rule, Reach reach) {
        this.rule = rule;
        this.reach = reach;
        this.events = new StepEvents(rule, reach);
    }

    @Override
    public @Nullable Code refusal() {
        return reach.isOfStep() ? Code.STATE_IN_STEP : null;
    }

    @Override
    public EventRef before() {
        return new EventRef.Before();
    }

    @Override
    public Candidates steps() {
        return new Candidates().and(Target.Kind.STEP, reach.steps().names());
    }

    @Override
    public boolean isStep(String name) {
        return reach.steps().find(name) != null;
    }

    @Override
    public @Nullable Expr ofStep(Expression.Aggregation source) {
        return new StepAggregateCheck(rule, reach).check(source);
    }

    @Override
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        Name first = path.names().get(0);
        LetSymbol let = rule.let(first.text());
        StepSymbol step = events.step(path);
        Name whole = Dotted.name(path.names());
        if (let != null && path.names().size() == 1) {
            return let(let, first);
        } else if (let != null && (let.value() == null || rule.event(let.value()) != null)) {
            return let(let, first) == null ? null : new TriggerScope(rule).ofEvent(let, path, wanted);
        } else if (step != null && !isFieldAtHand(path, first)) {
            return events.value(step, path, false, wanted);
        } else if (SharedFields.begins(SharedFields.streams(reach.atHand()), path)) {
            return atHand(whole, wanted);
        }
        return qualified(path, wanted);
    }

    // A field hides a step of its name, not what the step's events have.
    private boolean isFieldAtHand(Expression.Path path, Name first) {
        return path.names().size() == 1 && SharedFields.isField(reach.atHand(), first.text());
    }

    private @Nullable Expr atHand(Name name, Wanted wanted) {
        List<StreamSymbol> streams = SharedFields.streams(reach.atHand());
        int index = streams.size() == 1 ? reach.atHand().get(0).index() : -1;
        if (rule.isLetBelow(name.text()) && !SharedFields.isField(reach.atHand(), name.text())) {
            rule.report(Code.LET_BELOW, name.span(), name.text()).help("move that 'let' above this line");
            return null;
        }
        return new SharedFields(rule).find(streams, index, name, candidates(), wanted);
    }

    private Candidates candidates() {
        return new Candidates()
                .and(rule.lets())
                .and(Target.Kind.STEP, reach.steps().names());
    }

    private @Nullable Expr qualified(Expression.Path path, Wanted wanted) {
        List<Name> names = path.names();
        Watched watched = rule.watched(names.get(0).text());
        if (watched == null) {
            unknown(names.get(0));
            return null;
        } else if (!reach.atHand().contains(watched)) {
            neverAtHand(names.get(0), watched);
            return null;
        }
        Name field = Dotted.rest(names);
        return new Fields(rule).find(watched.stream(), watched.index(), field, new Candidates(), wanted);
    }

    private void neverAtHand(Name name, Watched watched) {
        if (!rule.isBlind() && !reach.atHand().isEmpty()) {
            String where = reach.isOfStep()
                    ? "step '" + reach.steps().get(reach.at()).name() + "' looks at"
                    : "the last event of a match is";
            List<String> possible =
                    reach.atHand().stream().map(one -> one.stream().name()).toList();
            rule.report(Code.NOT_AN_EVENT, name.span(), name.text())
                    .help(where + " " + Phrases.oneOf(possible) + "; write the name of the step that matches "
                            + watched.stream().name());
        }
    }

    private void unknown(Name name) {
        List<String> known = new ArrayList<>(reach.steps().names());
        reach.atHand().forEach(watched -> known.add(watched.alias()));
        rule.names().couldBe(name, () -> new Candidates().and(Target.Kind.STEP, known), Wanted.ANYTHING);
        if (!rule.isBlind()) {
            rule.report(Code.NOT_AN_EVENT, name.span(), name.text())
                    .help("before a dot stands " + Phrases.oneOf(known))
                    .suggest(NearNames.nearest(name.text(), known), name.span(), "");
        }
    }

    private @Nullable Expr let(LetSymbol let, Name use) {
        Expr value = let.value();
        if (value == null) {
            return null;
        }
        return reach.isOfStep() && !fits(let.name(), value, use)
                ? null
                : new Expr.LetOf(let.index(), let.name(), value.type());
    }

    // What a let says is asked again at the step: of what has matched by then.
    private boolean fits(String name, Expr value, Name use) {
        List<Expr> parts = ExprParts.all(value).toList();
        for (Expr part : parts) {
            if (part instanceof Expr.LetOf inner) {
                LetSymbol symbol = rule.let(inner.name());
                if (symbol != null && symbol.value() != null && !fits(name, symbol.value(), use)) {
                    return false;
                }
            } else if (isHistory(part)) {
                rule.report(Code.STATE_IN_STEP, use.span(), "'" + name + "'")
                        .help("it reads a history or a model; ask it in 'when' behind the steps");
                return false;
            }
            StepSymbol step = step(part);
            if (step != null && !events.isThere(step, new Name(step.name(), use.span()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHistory(Expr part) {
        return part instanceof Expr.AggregateOf
                || part instanceof Expr.ScoreOf
                || part instanceof Expr.TrendOf
                || event(part) instanceof EventRef.Previous;
    }

    private static @Nullable EventRef event(Expr part) {
        return part instanceof Expr.FieldOfEvent field
                ? field.event()
                : part instanceof Expr.EventOf whole ? whole.event() : null;
    }

    private @Nullable StepSymbol step(Expr part) {
        if (part instanceof Expr.StepAggregate aggregate) {
            return reach.steps().get(aggregate.step());
        }
        EventRef event = event(part);
        return event instanceof EventRef.OfStep step ? reach.steps().get(step.step()) : null;
    }
}
