package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Template;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TemplateText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what the places in an alert's text show: lets and fields first, then the rule's first such aggregate or score. */
final class TemplateCheck {

    private final RuleContext rule;
    private final TriggerScope scope;

    TemplateCheck(RuleContext rule) {
        this.rule = rule;
        this.scope = new TriggerScope(rule);
    }

    @Nullable
    Template check(TemplateText text) {
        List<Template.Part> parts = new ArrayList<>();
        for (TemplateText.Part part : text.parts()) {
            Template.Part checked = part(part);
            if (checked != null) {
                parts.add(checked);
            }
        }
        return parts.size() == text.parts().size() ? new Template(parts) : null;
    }

    private Template.@Nullable Part part(TemplateText.Part part) {
        if (part instanceof TemplateText.Piece piece) {
            return new Template.Literal(piece.text());
        }
        Expression.Path path = ((TemplateText.Hole) part).path();
        Expr value = value(path);
        return value == null
                ? null
                : new Template.Value(
                        String.join(".", path.names().stream().map(Name::text).toList()), value);
    }

    private @Nullable Expr value(Expression.Path path) {
        Name name = path.names().get(0);
        rule.names().couldBe(name, this::candidates, Wanted.ANYTHING);
        if (path.names().size() > 1 || isNamed(name.text())) {
            Expr value = scope.resolve(path, Wanted.ANYTHING);
            new Meanings(rule).note(path, value);
            if (value != null && value.type() instanceof Type.Event) {
                rule.report(Code.EVENT_AS_VALUE, path.span(), "'" + name.text() + "'")
                        .help("show one of its fields: {" + name.text() + ".…}");
                return null;
            }
            return value;
        } else if (rule.isBlind()
                || rule.watched().stream().anyMatch(watched -> watched.stream().isSilent(name.text()))) {
            return null;
        } else if (name.text().equals("score")) {
            return rule.scores().isEmpty()
                    ? none(name)
                    : new Expr.ScoreOf(0, rule.scores().get(0).model().returns());
        }
        return aggregate(name);
    }

    private boolean isNamed(String name) {
        return rule.let(name) != null
                || rule.watched().stream()
                        .anyMatch(watched -> watched.stream().field(name) != null
                                || watched.stream().isRecord(name))
                || new Features(rule).isUsable(name);
    }

    private @Nullable Expr aggregate(Name name) {
        for (int index = 0; index < rule.aggregates().size(); index++) {
            Aggregate aggregate = rule.aggregates().get(index);
            if (aggregate.function().text().equals(name.text())) {
                return new Expr.AggregateOf(index, aggregate.type());
            }
        }
        return none(name);
    }

    // An aggregate or a score with a mistake of its own is not there, and that has been said.
    private @Nullable Expr none(Name name) {
        if (new Features(rule).isNamed(name.text())) {
            return new Features(rule).resolve(name);
        }
        boolean ofState = name.text().equals("score") || isFunction(name.text());
        if (!ofState || !rule.isStateLost()) {
            rule.report(Code.TEXT_NAMES_NOTHING, name.span(), name.text())
                    .help(
                            ofState
                                    ? "this rule has no " + name.text()
                                    : "it can show fields, lets, and aggregates by their name, such as {count}")
                    .suggest(candidates().nearest(name.text(), Wanted.ANYTHING), name.span(), "");
        }
        return null;
    }

    private Candidates candidates() {
        Candidates candidates =
                new Candidates().and(Target.Kind.LET, rule.lets().keySet());
        rule.aggregates()
                .forEach(aggregate ->
                        candidates.and(Target.Kind.WORD, aggregate.function().text(), aggregate.type()));
        rule.scores()
                .forEach(score ->
                        candidates.and(Target.Kind.WORD, "score", score.model().returns()));
        rule.watched().forEach(watched -> candidates.and(watched.stream()));
        return new Features(rule).addTo(candidates).and(rule.lets());
    }

    private static boolean isFunction(String word) {
        for (AggregateFunction function : AggregateFunction.values()) {
            if (function.text().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
