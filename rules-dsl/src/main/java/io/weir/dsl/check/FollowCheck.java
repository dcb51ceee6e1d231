package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Follow;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@code not followed by E where … within D}, and what the rule says of that event. */
final class FollowCheck {

    private final RuleContext rule;

    FollowCheck(RuleContext rule) {
        this.rule = rule;
    }

    /** Null where it has a mistake. */
    @Nullable
    Follow check(Expression.Follow source) {
        rule.requireKey(source.span());
        List<StreamSymbol> streams = streams(source);
        Duration within = new Literals(rule.problems()).window(source.within(), "what stands after 'within'");
        Name name = source.alias();
        String alias = name == null ? null : name.text();
        if (name != null && rule.watched(name.text()) != null) {
            rule.report(Code.DECLARED_TWICE, name.span(), "event", name.text())
                    .help("the event that triggers the rule is called so already");
        } else if (name != null) {
            rule.names().means(name, Target.of(Target.Kind.ALIAS, name.text()), null);
        }
        FollowerSymbol follower = new FollowerSymbol(alias, streams, source.negated(), false);
        rule.follower(follower);
        if (streams.size() < source.streams().size()) {
            return null;
        }
        Expression where = source.where();
        Expr condition = where == null
                ? null
                : new ExpressionCheck(rule, new FollowScope(rule, follower))
                        .condition(where, "what stands after 'where'");
        return within == null || (where != null && condition == null)
                ? null
                : new Follow(
                        source.negated(),
                        streams.stream().map(StreamSymbol::schema).toList(),
                        alias,
                        condition,
                        within);
    }

    private List<StreamSymbol> streams(Expression.Follow source) {
        List<StreamSymbol> streams = new ArrayList<>();
        for (Name name : source.streams()) {
            StreamSymbol stream = rule.names().stream(name);
            if (stream == null) {
                rule.report(Code.UNKNOWN_STREAM, name.span(), name.text())
                        .suggest(NearNames.nearest(name.text(), rule.names().streamNames()), name.span(), "");
            } else if (streams.contains(stream)) {
                rule.report(Code.DECLARED_TWICE, name.span(), "event", name.text());
            } else {
                streams.add(read(stream, name));
            }
        }
        return streams;
    }

    private StreamSymbol read(StreamSymbol stream, Name name) {
        if (stream.broken()) {
            rule.breaks();
        }
        new KeyCheck(rule).covers(stream, name.span());
        return stream;
    }

    /** A field of the event that the rule waits for; null, and reported, where that is not there. */
    @Nullable
    Expr field(FollowerSymbol follower, Expression.Path path, Wanted wanted) {
        Name first = path.names().get(0);
        rule.names()
                .means(
                        first,
                        Target.of(follower.alias() == null ? Target.Kind.EVENT : Target.Kind.ALIAS, first.text()),
                        null);
        if (follower.negated() || !follower.acted()) {
            rule.report(
                            Code.FOLLOWER_ABSENT,
                            first.span(),
                            first.text(),
                            follower.acted() ? "when this rule fires" : "yet when this is asked")
                    .help(
                            follower.acted()
                                    ? "the rule fires because it did not come"
                                    : "ask it behind 'followed by …', in its 'where'");
            return null;
        }
        Name name = Dotted.rest(path.names());
        Expr.FieldOf field = new SharedFields(rule).find(follower.streams(), 0, name, new Candidates(), wanted);
        return field == null
                ? null
                : new Expr.FieldOfEvent(new EventRef.Follower(), field.streamName(), field.slot(), field.field());
    }
}
