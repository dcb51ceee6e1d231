package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a field of an event that may be one of several: all of them must have it, with one type. */
final class SharedFields {

    private final RuleContext rule;

    SharedFields(RuleContext rule) {
        this.rule = rule;
    }

    /**
     * The field; null, and reported, where not all have it.
     *
     * @param index for {@link Expr.FieldOf#stream()} where there is one stream; of several it does not matter which it is
     */
    Expr.@Nullable FieldOf find(List<StreamSymbol> streams, int index, Name name, Candidates others, Wanted wanted) {
        if (streams.size() == 1) {
            return new Fields(rule).find(streams.get(0), index, name, others, wanted);
        } else if (rule.isBlind()
                || streams.isEmpty()
                || streams.stream().anyMatch(stream -> stream.isSilent(name.text()))) {
            return null;
        }
        List<StreamSymbol> having = streams.stream()
                .filter(stream -> stream.field(name.text()) != null)
                .toList();
        return having.isEmpty() ? unknown(streams, name, others, wanted) : shared(streams, having.get(0), name);
    }

    private Expr.@Nullable FieldOf shared(List<StreamSymbol> streams, StreamSymbol one, Name name) {
        Field field = one.field(name.text());
        for (StreamSymbol other : streams) {
            Field its = other.field(name.text());
            if (field != null && (its == null || !its.type().equals(field.type()))) {
                rule.report(Code.FIELD_NOT_IN_ALL, name.span(), name.text(), one.name(), other.name());
                return null;
            }
        }
        return Fields.of(one, -1, name.text());
    }

    private Expr.@Nullable FieldOf unknown(
            List<StreamSymbol> streams, Name name, Candidates candidates, Wanted wanted) {
        streams.forEach(candidates::and);
        rule.names().couldBe(name, () -> candidates, wanted);
        rule.report(Code.UNKNOWN_NAME, name.span(), name.text())
                .suggest(candidates.nearest(name.text(), wanted), name.span(), "");
        return null;
    }

    /** Whether a path begins with a field of one of them. */
    static boolean begins(List<StreamSymbol> streams, Expression.Path path) {
        return path.names().size() == 1 || streams.stream().anyMatch(stream -> Fields.begins(stream, path));
    }

    /** Whether one of them has a field of that name. */
    static boolean isField(List<Watched> watched, String name) {
        return watched.stream().anyMatch(one -> one.stream().field(name) != null);
    }

    static List<StreamSymbol> streams(List<Watched> watched) {
        return watched.stream().map(Watched::stream).toList();
    }
}
