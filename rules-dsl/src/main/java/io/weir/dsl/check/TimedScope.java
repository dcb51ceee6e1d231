package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RuleDefinition;
import org.jspecify.annotations.Nullable;

/** Names in a rule that runs at times of its own: the lets above and the fields of its key; no event is at hand. */
final class TimedScope implements Scope {

    private final RuleContext rule;

    TimedScope(RuleContext rule) {
        this.rule = rule;
    }

    @Override
    public @Nullable Code refusal() {
        return null;
    }

    @Override
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        Name whole = Dotted.name(path.names());
        LetSymbol let = rule.let(whole.text());
        if (let != null) {
            Expr value = let.value();
            return value == null ? null : new Expr.LetOf(let.index(), let.name(), value.type());
        }
        Watched watched = path.names().size() == 1
                ? null
                : rule.watched(path.names().get(0).text());
        Name field = watched == null ? whole : Dotted.rest(path.names());
        Expr key = KeyCheck.partOf(
                rule.key(), watched == null ? "" : watched.stream().name(), field.text());
        Features features = new Features(rule);
        if (key == null && path.names().size() == 1 && !isField(field.text()) && features.isNamed(field.text())) {
            return features.resolve(field);
        } else if (key == null && !isOfBrokenKey(field.text())) {
            refuse(path, whole, field, wanted);
        }
        return key;
    }

    private boolean isField(String name) {
        return rule.watched().stream().anyMatch(watched -> watched.stream().field(name) != null);
    }

    private boolean isOfBrokenKey(String field) {
        RuleDefinition.KeyClause by = rule.definition().by();
        return rule.key() == null
                && by != null
                && by.paths().stream()
                        .anyMatch(path -> Dotted.text(path.names()).endsWith(field));
    }

    private void refuse(Expression.Path path, Name whole, Name field, Wanted wanted) {
        Candidates candidates = new Features(rule).addTo(new Candidates()).and(rule.lets());
        KeySpec key = rule.key();
        if (key != null) {
            key.parts().forEach(part -> candidates.and(Target.Kind.FIELD, part.field(), part.type()));
        }
        rule.names().couldBe(whole, () -> candidates, wanted);
        boolean silent = rule.isBlind()
                || rule.watched().stream().anyMatch(watched -> watched.stream().isSilent(field.text()));
        if (isField(field.text())) {
            rule.refuseTimed(path.span(), "'" + whole.text() + "'");
        } else if (rule.isLetBelow(whole.text())) {
            rule.report(Code.LET_BELOW, path.span(), whole.text()).help("move that 'let' above this line");
        } else if (!silent) {
            rule.report(Code.UNKNOWN_NAME, path.span(), whole.text())
                    .suggest(candidates.nearest(whole.text(), wanted), path.span(), "");
        }
    }
}
