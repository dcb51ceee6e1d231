package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks a rule, clause by clause, and plans it if nothing is wrong with it or with what it uses. */
final class RuleCheck {

    private final RuleContext rule;
    private final RuleDefinition definition;
    private final ExpressionCheck expressions;
    private final ActionCheck actions;

    RuleCheck(Problems problems, Names names, RuleDefinition definition) {
        this.rule = new RuleContext(problems, names, definition);
        this.definition = definition;
        this.expressions = new ExpressionCheck(rule, new TriggerScope(rule));
        this.actions = new ActionCheck(rule);
    }

    @Nullable
    RulePlan check() {
        Severity severity = actions.severity(definition.metadata().severity(), Severity.MEDIUM);
        watch();
        TimingCheck timings = new TimingCheck(rule);
        Timing timing = timings.check();
        new KeyCheck(rule).check();
        List<RulePlan.Trigger> triggers = triggers();
        Body body = definition.body();
        if (body instanceof Body.Sequence sequence) {
            rule.reach(Reach.ofLets(Steps.of(rule, sequence), rule.watched()));
        }
        lets();
        RuleBody planned = body == null ? null : body(body, severity);
        if (planned == null
                || timing == null
                || rule.isBroken()
                || rule.problems().hasErrorWithin(definition.span())) {
            return null;
        } else if (!timings.allows(timing) | !KeyElsewhere.areRead(rule)) {
            return null;
        }
        rule.lints().forEach(lint -> lint.report(rule.problems(), rule));
        return plan(severity, triggers, timing, planned);
    }

    private @Nullable RuleBody body(Body body, Severity severity) {
        TierCheck tiers = new TierCheck(rule, severity);
        if (body instanceof Body.When when) {
            return new WhenBody(rule, tiers).check(when);
        } else if (body instanceof Body.Sequence sequence && rule.reach() != null) {
            return new MatchBody(rule, tiers).check(sequence, rule.reach().steps());
        }
        return body instanceof Body.Route route ? new RouteBody(rule, tiers).check(route) : null;
    }

    private void watch() {
        if (definition.on().isEmpty()) {
            rule.goesBlind();
        }
        for (RuleDefinition.StreamClause clause : definition.on()) {
            StreamSymbol stream = rule.names().stream(clause.stream());
            if (stream == null) {
                unknownStream(clause);
            } else {
                watch(clause, stream);
            }
        }
    }

    private void unknownStream(RuleDefinition.StreamClause clause) {
        String name = clause.stream().text();
        rule.goesBlind();
        rule.report(Code.UNKNOWN_STREAM, clause.stream().span(), name)
                .suggest(
                        NearNames.nearest(name, rule.names().streamNames()),
                        clause.stream().span(),
                        "");
    }

    private void watch(RuleDefinition.StreamClause clause, StreamSymbol stream) {
        String alias = clause.alias() == null ? stream.name() : clause.alias().text();
        if (stream.broken()) {
            rule.breaks();
        }
        if (rule.watched().stream().anyMatch(watched -> watched.stream().name().equals(stream.name()))) {
            rule.report(Code.STREAM_TWICE, clause.stream().span(), stream.name());
            return;
        } else if (!AlertsAlone.check(rule, stream, clause.stream().span())) {
            rule.goesBlind();
            return;
        } else if (rule.watched().stream().anyMatch(watched -> watched.isCalled(alias))) {
            rule.report(Code.DECLARED_TWICE, clause.span(), "event", alias);
        }
        if (clause.alias() != null) {
            rule.names().means(clause.alias(), Target.of(Target.Kind.ALIAS, alias), null);
        }
        rule.watch(new Watched(rule.watched().size(), alias, stream, clause));
    }

    private List<RulePlan.Trigger> triggers() {
        List<RulePlan.Trigger> triggers = new ArrayList<>();
        for (Watched watched : rule.watched()) {
            Expression where = watched.clause().where();
            Expr filter = where == null
                    ? null
                    : new ExpressionCheck(rule, new FilterScope(rule, watched))
                            .condition(where, "what stands after 'where'");
            triggers.add(new RulePlan.Trigger(watched.stream().schema(), watched.alias(), filter));
        }
        warnOfLastWhere();
        return triggers;
    }

    private void warnOfLastWhere() {
        long filtered = definition.on().stream()
                .filter(clause -> clause.where() != null)
                .count();
        RuleDefinition.StreamClause last = definition.on().isEmpty()
                ? null
                : definition.on().get(definition.on().size() - 1);
        if (last != null && definition.on().size() > 1 && filtered == 1 && last.where() != null) {
            rule.lint((problems, checked) -> problems.report(
                            Code.WHERE_OF_LAST_STREAM,
                            Objects.requireNonNull(last.where()).span(),
                            last.stream().text())
                    .help("what all of them must fulfil stands in 'when'"));
        }
    }

    private void lets() {
        for (RuleDefinition.LetClause clause : definition.lets()) {
            String name = clause.name().text();
            if (rule.let(name) != null) {
                rule.report(Code.DECLARED_TWICE, clause.name().span(), "let", name);
                expressions.check(clause.value());
                continue;
            }
            Expr value = expressions.check(clause.value());
            rule.names().means(clause.name(), Target.of(Target.Kind.LET, name), value == null ? null : value.type());
            rule.let(new LetSymbol(rule.lets().size(), name, value, value != null && isStateful(value)));
            warnOfHiding(clause);
        }
    }

    private boolean isStateful(Expr expr) {
        if (expr instanceof Expr.LetOf let) {
            LetSymbol symbol = rule.let(let.name());
            return symbol != null && symbol.stateful();
        }
        return expr instanceof Expr.AggregateOf
                || expr instanceof Expr.ScoreOf
                || expr instanceof Expr.FieldOfEvent
                || expr instanceof Expr.EventOf
                || expr instanceof Expr.TrendOf
                || ExprParts.of(expr).stream().anyMatch(this::isStateful);
    }

    private void warnOfHiding(RuleDefinition.LetClause clause) {
        String name = clause.name().text();
        Watched having = rule.watched().stream()
                .filter(watched -> watched.stream().field(name) != null)
                .findFirst()
                .orElse(null);
        if (having != null || new Features(rule).isUsable(name)) {
            String hidden = having == null
                    ? "feature '" + name + "'"
                    : "field '" + name + "' of " + having.stream().name();
            rule.lint((problems, checked) ->
                    problems.report(Code.LET_HIDES_FIELD, clause.name().span(), hidden));
        }
    }

    private RulePlan plan(Severity severity, List<RulePlan.Trigger> triggers, Timing timing, RuleBody body) {
        String name = definition.name().text();
        RuleDefinition.Metadata metadata = definition.metadata();
        List<Let> lets = rule.lets().values().stream()
                .map(let -> new Let(let.name(), Objects.requireNonNull(let.value())))
                .toList();
        return new RulePlan(
                name,
                Slug.of(name),
                severity,
                metadata.owner() == null ? null : metadata.owner().value(),
                metadata.because() == null ? null : metadata.because().value(),
                metadata.tags().stream().map(Expression.TextLiteral::value).toList(),
                triggers,
                rule.key(),
                lets,
                new Labels(rule, lets).labelled(),
                rule.scores(),
                rule.previous(),
                rule.trends(),
                timing,
                body);
    }
}
