package io.weir.dsl.format;

import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.List;

/** A rule: a clause a line, further lines of a clause below what follows its keyword. */
final class RuleMarks {

    private static final int STREAM = 1;

    private final Marks marks;
    private final RuleDefinition rule;

    RuleMarks(Marks marks, RuleDefinition rule) {
        this.marks = marks;
        this.rule = rule;
    }

    void mark() {
        metadata();
        on();
        rule.lets().forEach(let -> {
            clause(marks.first(let), 6);
            ExpressionMarks.value(marks, let.value(), 6);
        });
        if (rule.trigger() != null) {
            clause(marks.first(rule.trigger()), 6);
        }
        if (rule.body() instanceof Body.When when) {
            when.tiers().forEach(this::tier);
        } else if (rule.body() instanceof Body.Sequence sequence) {
            sequence.tiers().forEach(this::tier);
            new SequenceMarks(marks, sequence).mark();
        } else if (rule.body() instanceof Body.Route route) {
            new RouteMarks(marks, route).mark();
        }
    }

    private void clause(Token keyword, int rest) {
        marks.at(keyword, Break.must(2, rest));
    }

    private void metadata() {
        int at = marks.index(rule.name().span().end());
        int on = marks.index(rule.on().get(0).span().start()) - 1;
        while (at < on) {
            clause(marks.token(at), 4);
            at += marks.token(at).isWord("tags") ? tags(at) : 2;
        }
    }

    private int tags(int keyword) {
        int at = keyword + 2;
        while (!marks.token(at).is(TokenKind.RIGHT_BRACKET)) {
            if (marks.token(at).is(TokenKind.TEXT) && at > keyword + 2) {
                marks.at(marks.token(at), Break.may(1, 8));
            }
            at++;
        }
        marks.dropCommaBefore(at);
        return at + 1 - keyword;
    }

    private void on() {
        List<RuleDefinition.StreamClause> streams = rule.on();
        clause(marks.before(streams.get(0), 1), 5);
        streams.stream().skip(1).forEach(stream -> marks.at(marks.first(stream), Break.may(STREAM, 5)));
        for (RuleDefinition.StreamClause stream : streams) {
            if (stream.where() != null) {
                ExpressionMarks.value(marks, stream.where(), 5);
            }
        }
        if (rule.by() != null) {
            marks.at(marks.first(rule.by()), Break.may(STREAM, 5));
            rule.by().elsewhere().forEach(other -> marks.at(marks.first(other), Break.may(STREAM, 5)));
        }
    }

    private void tier(Body.Tier tier) {
        clause(marks.first(tier), 7);
        if (tier.condition() != null) {
            ExpressionMarks.condition(marks, tier.condition());
        }
        new ActionMarks(marks).mark(tier.actions());
    }
}
