package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RuleDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that every stream that a rule reads has the fields that it is kept by. */
final class KeyCheck {

    static final Set<Type> KEYS = Set.of(
            Type.Scalar.TEXT,
            Type.Scalar.INT,
            Type.Scalar.BOOL,
            Type.Scalar.DECIMAL,
            Type.Scalar.TIMESTAMP,
            Type.Scalar.DURATION,
            Type.Scalar.IP);

    private final RuleContext rule;

    KeyCheck(RuleContext rule) {
        this.rule = rule;
    }

    /** Reads the rule's {@code by}. */
    void check() {
        RuleDefinition.KeyClause by = rule.definition().by();
        if (by == null || rule.watched().isEmpty()) {
            return;
        }
        List<KeySpec.Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Expression.Path path : by.paths()) {
            KeySpec.Part part = part(path);
            if (part != null && !names.add(part.field())) {
                rule.report(Code.DECLARED_TWICE, path.span(), "key field", part.field());
            } else if (part != null) {
                parts.add(part);
            }
        }
        if (parts.size() == by.paths().size()) {
            Map<String, List<String>> elsewhere = new KeyElsewhere(rule, by, parts).check();
            if (elsewhere != null) {
                rule.key(new KeySpec(parts, elsewhere));
            }
        }
    }

    private KeySpec.@Nullable Part part(Expression.Path path) {
        Watched first = first();
        Watched watched = rule.watched(path.names().get(0).text());
        if (watched == null && !Fields.begins(first.stream(), path)) {
            Aliases.unknown(rule, path.names().get(0));
            return null;
        }
        Name name = Fields.named(first.stream(), path, watched != null);
        Expr.FieldOf field =
                new Fields(rule).find(first.stream(), first.index(), name, new Candidates(), KEYS::contains);
        new Meanings(rule).note(path, field);
        if (field == null) {
            return null;
        } else if (!KEYS.contains(field.type())) {
            rule.report(Code.KEY_TYPE, path.span(), name.text(), Phrases.a(field.type()));
            return null;
        }
        KeySpec.Part part = new KeySpec.Part(name.text(), field.type());
        return others(part, name.span()) ? part : null;
    }

    // The first that has the key under the names that the rule gives it.
    private Watched first() {
        return rule.watched().stream()
                .filter(watched -> !isElsewhere(watched.stream()))
                .findFirst()
                .orElse(rule.watched().get(0));
    }

    private boolean isElsewhere(StreamSymbol stream) {
        RuleDefinition.KeyClause by = rule.definition().by();
        return by != null
                && by.elsewhere().stream()
                        .anyMatch(other -> other.stream().text().equals(stream.name()));
    }

    private boolean others(KeySpec.Part part, Span span) {
        boolean all = true;
        for (Watched watched : rule.watched()) {
            all &= isElsewhere(watched.stream()) || has(watched.stream(), part, span);
        }
        return all;
    }

    /** Whether a stream that the rule looks back on has its key too. */
    void covers(StreamSymbol stream, Span span) {
        if (!AlertsAlone.check(rule, stream, span)) {
            return;
        }
        rule.reads(stream.name());
        KeySpec key = rule.key();
        boolean checked = isElsewhere(stream)
                || rule.watched().stream()
                        .anyMatch(watched -> watched.stream().name().equals(stream.name()));
        if (key != null && !checked) {
            key.parts().forEach(part -> has(stream, part, span));
        }
    }

    /** That field of a stream as a part of the key; null where it is none. Without a stream, by the names that the rule gives it. */
    static @Nullable Expr partOf(@Nullable KeySpec key, String stream, String field) {
        int part = key == null ? -1 : key.fieldsIn(stream).indexOf(field);
        return key == null || part < 0
                ? null
                : new Expr.KeyOf(
                        part,
                        key.parts().get(part).field(),
                        key.parts().get(part).type());
    }

    private boolean has(StreamSymbol stream, KeySpec.Part part, Span span) {
        Field field = stream.field(part.field());
        if (field != null && field.type().equals(part.type())) {
            return true;
        } else if (field != null) {
            rule.report(
                    Code.KEY_FIELD_DIFFERS,
                    span,
                    part.field(),
                    Phrases.a(part.type()),
                    first().stream().name(),
                    Phrases.a(field.type()),
                    stream.name());
        } else if (!stream.isSilent(part.field())) {
            rule.report(Code.KEY_FIELD_ABSENT, span, stream.name(), part.field());
        }
        return false;
    }
}
