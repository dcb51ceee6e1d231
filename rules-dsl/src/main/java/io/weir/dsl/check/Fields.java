package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import org.jspecify.annotations.Nullable;

/** Finds fields, and offers the nearest one where there is none. */
final class Fields {

    private final RuleContext rule;

    Fields(RuleContext rule) {
        this.rule = rule;
    }

    /** The stream's field; null, and reported once, where it has none of that name. */
    Expr.@Nullable FieldOf find(StreamSymbol stream, int index, Name name, Candidates others, Wanted wanted) {
        Expr.FieldOf field = of(stream, index, name.text());
        if (field == null) {
            rule.names().couldBe(name, () -> others.and(stream), wanted);
        }
        if (field == null && stream.isRecord(name.text())) {
            recordAlone(stream, name);
        } else if (field == null && !stream.isSilent(name.text())) {
            unknown(stream, name, others.and(stream).nearest(name.text(), wanted));
        }
        return field;
    }

    /**
     * The field that a path means of a stream: all its names, or those behind the first where that may stand for the stream and is
     * no record that has the field.
     */
    static Name named(StreamSymbol stream, Expression.Path path, boolean mayBegin) {
        Name whole = Dotted.name(path.names());
        if (!mayBegin || path.names().size() == 1) {
            return whole;
        }
        Name rest = Dotted.rest(path.names());
        return stream.field(rest.text()) == null && stream.field(whole.text()) != null ? whole : rest;
    }

    /** Whether a path begins with a field of the stream: it is one, a record's, or one that could not be read. */
    static boolean begins(StreamSymbol stream, Expression.Path path) {
        return path.names().size() == 1
                || stream.isRecord(path.names().get(0).text())
                || stream.isSilent(Dotted.text(path.names()));
    }

    /** Complains of a record where a value is asked for. */
    void recordAlone(StreamSymbol stream, Name name) {
        String first = stream.schema().fields().stream()
                .map(Field::name)
                .filter(field -> field.startsWith(name.text() + "."))
                .findFirst()
                .orElseThrow();
        rule.report(Code.RECORD_ALONE, name.span(), name.text()).help("name one of its fields, for example " + first);
    }

    static Target target(String stream, String field) {
        return new Target(Target.Kind.FIELD, stream, field);
    }

    static Expr.@Nullable FieldOf of(StreamSymbol stream, int index, String name) {
        StreamSchema schema = stream.schema();
        int slot = schema.slotOf(name);
        return slot < 0
                ? null
                : new Expr.FieldOf(index, schema.name(), slot, schema.fields().get(slot));
    }

    private void unknown(StreamSymbol stream, Name name, @Nullable String near) {
        Field field = near == null ? null : stream.field(near);
        rule.report(Code.UNKNOWN_FIELD, name.span(), stream.name(), name.text())
                .help(name.text().equalsIgnoreCase("null") ? "write 'is missing' or 'is present'" : null)
                .suggest(
                        near,
                        name.span(),
                        field == null ? "" : " (" + field.type().text() + ")");
    }
}
