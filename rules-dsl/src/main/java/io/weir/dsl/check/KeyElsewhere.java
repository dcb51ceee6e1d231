package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RuleDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks {@code in Refund card.id}: where other streams keep the rule's key. */
final class KeyElsewhere {

    private final RuleContext rule;
    private final RuleDefinition.KeyClause by;
    private final List<KeySpec.Part> parts;

    KeyElsewhere(RuleContext rule, RuleDefinition.KeyClause by, List<KeySpec.Part> parts) {
        this.rule = rule;
        this.by = by;
        this.parts = parts;
    }

    /** The fields by stream, in the order of the key's parts; null, and reported, where one is wrong. */
    @Nullable
    Map<String, List<String>> check() {
        Map<String, List<String>> all = new HashMap<>();
        boolean right = true;
        for (RuleDefinition.Elsewhere other : by.elsewhere()) {
            StreamSymbol stream = stream(other.stream());
            List<String> fields = stream == null ? null : fields(other, stream);
            if (fields != null && all.put(other.stream().text(), fields) != null) {
                rule.report(
                        Code.DECLARED_TWICE,
                        other.stream().span(),
                        "the key in",
                        other.stream().text());
                right = false;
            }
            right &= fields != null;
        }
        return right ? all : null;
    }

    private @Nullable StreamSymbol stream(Name name) {
        StreamSymbol stream = rule.names().stream(name);
        boolean watched = rule.definition().on().stream()
                .anyMatch(clause -> clause.stream().text().equals(name.text()));
        if (stream == null && !watched) {
            rule.report(Code.UNKNOWN_STREAM, name.span(), name.text())
                    .suggest(NearNames.nearest(name.text(), rule.names().streamNames()), name.span(), "");
        } else if (stream != null && stream.broken()) {
            rule.breaks();
        }
        return stream;
    }

    private @Nullable List<String> fields(RuleDefinition.Elsewhere other, StreamSymbol stream) {
        if (other.paths().size() != parts.size()) {
            rule.report(
                    Code.KEY_ELSEWHERE_COUNT,
                    other.span(),
                    fields(parts.size()),
                    stream.name(),
                    other.paths().size());
            return null;
        }
        List<String> fields = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            String field = field(stream, parts.get(index), other.paths().get(index));
            if (field != null) {
                fields.add(field);
            }
        }
        return fields.size() == parts.size() ? fields : null;
    }

    private static String fields(int count) {
        return count == 1 ? "1 field" : count + " fields";
    }

    private @Nullable String field(StreamSymbol stream, KeySpec.Part part, Expression.Path path) {
        Name name = Dotted.name(path.names());
        Expr.FieldOf field = new Fields(rule).find(stream, 0, name, new Candidates(), type -> type.equals(part.type()));
        new Meanings(rule).note(path, field);
        if (field != null && !field.type().equals(part.type())) {
            rule.report(
                    Code.KEY_FIELD_DIFFERS,
                    path.span(),
                    part.field(),
                    Phrases.a(part.type()),
                    rule.watched().get(0).stream().name(),
                    Phrases.a(field.type()),
                    stream.name());
            return null;
        }
        return field == null ? null : name.text();
    }

    /** Complains of streams that the rule turned out not to read; false if there is one. */
    static boolean areRead(RuleContext rule) {
        RuleDefinition.KeyClause by = rule.definition().by();
        boolean all = true;
        for (RuleDefinition.Elsewhere other : by == null ? List.<RuleDefinition.Elsewhere>of() : by.elsewhere()) {
            if (!rule.isRead(other.stream().text())) {
                rule.report(
                        Code.KEY_ELSEWHERE_UNREAD, other.span(), other.stream().text());
                all = false;
            }
        }
        return all;
    }
}
