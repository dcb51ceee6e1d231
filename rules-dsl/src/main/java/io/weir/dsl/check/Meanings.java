package io.weir.dsl.check;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.Arrays;
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
        int own = 1;
        if (value instanceof Expr.FieldOf field) {
            own = field(names, field.streamName(), field.field());
        } else if (value instanceof Expr.FieldOfEvent field) {
            own = field(names, field.streamName(), field.field());
        } else if (value instanceof Expr.LetOf let) {
            rule.names().means(names.get(names.size() - 1), Target.of(Target.Kind.LET, let.name()), let.type());
        }
        if (names.size() > own) {
            before(names.get(0));
        }
    }

    // A field of a record: each of its names is one, from the outside in. Answers how many there are.
    private int field(List<Name> names, String stream, Field field) {
        String[] parts = field.name().split("\\.");
        int first = Math.max(0, names.size() - parts.length);
        for (int i = first; i < names.size(); i++) {
            int depth = parts.length - (names.size() - i) + 1;
            String path = String.join(".", Arrays.asList(parts).subList(0, depth));
            rule.names().means(names.get(i), Fields.target(stream, path), depth == parts.length ? field.type() : null);
        }
        return parts.length;
    }

    // What stands before a dot: a let of an event, an alias, or an event by its name; a step has been noted.
    private void before(Name name) {
        Watched watched = rule.watched(name.text());
        FollowerSymbol follower = rule.follower();
        if (rule.let(name.text()) != null) {
            rule.names().means(name, Target.of(Target.Kind.LET, name.text()), null);
        } else if (follower != null && name.text().equals(follower.alias())) {
            rule.names().means(name, Target.of(Target.Kind.ALIAS, name.text()), null);
        } else if (watched != null
                && watched.clause().alias() != null
                && watched.alias().equals(name.text())) {
            rule.names().means(name, Target.of(Target.Kind.ALIAS, name.text()), null);
        } else if (watched != null) {
            rule.names()
                    .means(name, Target.of(Target.Kind.EVENT, watched.stream().name()), null);
        }
    }
}
