package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
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
        if (path.names().size() > 1 || rule.isNamed(name.text())) {
            Expr value = scope.resolve(path, Wanted.ANYTHING);
            new Meanings(rule).note(path, value);
            if (value != null && value.type() instanceof Type.Event) {
                rule.report(Code.EVENT_AS_VALUE, path.span(), "'" + name.text() + "'")
                        .help("show one of its fields: {" + name.text() + ".…}");
                return null;
            }
            return value;
        } else if (rule.isSilent(name.text())) {
            return null;
        }
        Expr shown = rule.shown().of(name.text());
        return shown == null ? none(name) : shown;
    }

    // An aggregate or a score with a mistake of its own is not there, and that has been said.
    private @Nullable Expr none(Name name) {
        if (new Features(rule).isNamed(name.text())) {
            return new Features(rule).resolve(name);
        }
        boolean ofState = Shown.isWord(name.text());
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
        rule.shown().all().forEach((word, value) -> candidates.and(Target.Kind.WORD, word, value.type()));
        rule.watched().forEach(watched -> candidates.and(watched.stream()));
        return new Features(rule).addTo(candidates).and(rule.lets());
    }
}
