package io.weir.dsl.check;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what the names of a path turned out to mean. */
final class Meanings {

    private final RuleContext rule;

    Meanings(RuleContext rule) {
        this.rule = rule;
    }

    void note(Expression.Path path, @Nullable Expr value) {
        List<Name> names = path.names();
        Name last = names.get(names.size() - 1);
        if (value instanceof Expr.FieldOf field) {
            rule.names()
                    .means(last, Fields.target(field.streamName(), field.field().name()), field.type());
        } else if (value instanceof Expr.LetOf let) {
            rule.names().means(last, Target.of(Target.Kind.LET, let.name()), let.type());
        }
        if (names.size() > 1) {
            before(names.get(0));
        }
    }

    // What stands before a dot: an alias, or an event by its name.
    private void before(Name name) {
        Watched watched = rule.watched(name.text());
        if (watched != null
                && watched.clause().alias() != null
                && watched.alias().equals(name.text())) {
            rule.names().means(name, Target.of(Target.Kind.ALIAS, name.text()), null);
        } else if (watched != null) {
            rule.names()
                    .means(name, Target.of(Target.Kind.EVENT, watched.stream().name()), null);
        }
    }
}
