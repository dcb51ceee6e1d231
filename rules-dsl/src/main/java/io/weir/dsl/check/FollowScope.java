package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names in the {@code where} of {@code followed by}: the fields of the event that came; with its name before the dot the
 * triggering event; and lets, as they were when that came.
 */
final class FollowScope implements Scope {

    private final RuleContext rule;
    private final FollowerSymbol follower;

    FollowScope(RuleContext rule, FollowerSymbol follower) {
        this.rule = rule;
        this.follower = follower;
    }

    @Override
    public Code refusal() {
        return Code.STATE_IN_STEP;
    }

    @Override
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        List<Name> names = path.names();
        Name first = names.get(0);
        Name whole = Dotted.name(names);
        LetSymbol let = names.size() == 1 ? rule.let(first.text()) : null;
        if (let != null) {
            Expr value = let.value();
            return value == null ? null : new Expr.LetOf(let.index(), let.name(), value.type());
        } else if (SharedFields.begins(follower.streams(), path)) {
            return new SharedFields(rule).find(follower.streams(), 0, whole, candidates(), wanted);
        }
        return qualified(first, Dotted.rest(names), wanted);
    }

    private Candidates candidates() {
        return new Candidates().and(rule.lets());
    }

    // Where both are of one stream, an alias tells them apart; its bare name is the one that has none.
    private @Nullable Expr qualified(Name name, Name field, Wanted wanted) {
        Watched trigger = rule.watched(name.text());
        if (name.text().equals(follower.alias())) {
            return new SharedFields(rule).find(follower.streams(), 0, field, new Candidates(), wanted);
        } else if (trigger != null && trigger.alias().equals(name.text())) {
            return ofTrigger(trigger, field, wanted);
        }
        for (int index = 0; index < follower.streams().size(); index++) {
            StreamSymbol stream = follower.streams().get(index);
            if (stream.name().equals(name.text())) {
                return new Fields(rule).find(stream, index, field, new Candidates(), wanted);
            }
        }
        if (trigger != null) {
            return ofTrigger(trigger, field, wanted);
        }
        unknown(name);
        return null;
    }

    private @Nullable Expr ofTrigger(Watched trigger, Name name, Wanted wanted) {
        Expr.FieldOf field = new Fields(rule).find(trigger.stream(), trigger.index(), name, new Candidates(), wanted);
        return field == null
                ? null
                : new Expr.FieldOfEvent(new EventRef.Triggering(), field.streamName(), field.slot(), field.field());
    }

    private void unknown(Name name) {
        List<String> known = new ArrayList<>();
        rule.watched().forEach(watched -> known.add(watched.alias()));
        if (follower.alias() != null) {
            known.add(follower.alias());
        } else {
            follower.streams().forEach(stream -> known.add(stream.name()));
        }
        rule.names().couldBe(name, () -> new Candidates().and(Target.Kind.ALIAS, known), Wanted.ANYTHING);
        if (!rule.isBlind()) {
            rule.report(Code.NOT_AN_EVENT, name.span(), name.text())
                    .help("before a dot stands "
                            + Phrases.oneOf(known.stream().distinct().toList()))
                    .suggest(NearNames.nearest(name.text(), known), name.span(), "");
        }
    }
}
