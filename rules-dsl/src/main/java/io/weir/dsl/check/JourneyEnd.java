package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Function;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where a journey begins or ends: an event, which has a time and an only place, or a place or a time itself. */
final class JourneyEnd {

    private final RuleContext rule;
    private final Expression source;
    private final Function measure;
    private final @Nullable Expr value;
    private final @Nullable StreamSymbol stream;
    private final IntFunction<Expr> field;

    private JourneyEnd(
            RuleContext rule,
            Expression source,
            Function measure,
            @Nullable Expr value,
            @Nullable StreamSymbol stream,
            IntFunction<Expr> field) {
        this.rule = rule;
        this.source = source;
        this.measure = measure;
        this.value = value;
        this.stream = stream;
        this.field = field;
    }

    /** The event that a name stands for. */
    static JourneyEnd of(RuleContext rule, Expression source, Function measure, EventName event) {
        StreamSchema schema = event.stream().schema();
        return new JourneyEnd(
                rule,
                source,
                measure,
                null,
                event.stream(),
                slot -> new Expr.FieldOf(
                        event.index(), schema.name(), slot, schema.fields().get(slot)));
    }

    /** What a value is, an event too. */
    static JourneyEnd of(RuleContext rule, Expression source, Function measure, Expr value) {
        Expr.EventOf event = rule.event(value);
        if (event == null) {
            return new JourneyEnd(rule, source, measure, value, null, slot -> value);
        }
        StreamSchema schema = event.stream();
        StreamSymbol stream = rule.names().stream(schema.name());
        return new JourneyEnd(
                rule,
                source,
                measure,
                null,
                stream == null ? StreamSymbol.whole(schema) : stream,
                slot -> new Expr.FieldOfEvent(
                        event.event(), schema.name(), slot, schema.fields().get(slot)));
    }

    /** Null, and reported, where it has none or several. */
    @Nullable
    Expr place() {
        if (stream == null) {
            return itself(Type.Scalar.GEO);
        }
        List<Field> fields = stream.schema().fields();
        int[] places = IntStream.range(0, fields.size())
                .filter(slot -> fields.get(slot).type() == Type.Scalar.GEO)
                .toArray();
        if (places.length == 1) {
            return field.apply(places[0]);
        } else if (!stream.torn() && stream.unreadable().isEmpty()) {
            rule.report(
                            Code.PLACE_UNSAID,
                            source.span(),
                            stream.name(),
                            places.length == 0 ? "no field of type geo" : "several fields of type geo")
                    .help(
                            places.length == 0
                                    ? "declare the field that holds its place as geo"
                                    : "name one of them: "
                                            + Phrases.oneOf(IntStream.of(places)
                                                    .mapToObj(slot ->
                                                            fields.get(slot).name())
                                                    .toList()));
        }
        return null;
    }

    @Nullable
    Expr time() {
        return stream == null
                ? itself(Type.Scalar.TIMESTAMP)
                : stream.torn() || stream.schema().fields().isEmpty()
                        ? null
                        : field.apply(stream.schema().timeSlot());
    }

    private @Nullable Expr itself(Type type) {
        if (value != null && value.type() == type && measure != Function.SPEED) {
            return value;
        } else if (value != null) {
            rule.report(Code.JOURNEY_END, source.span(), Phrases.a(value.type()), measure.text())
                    .help(
                            measure == Function.SPEED
                                    ? "speed is measured between events, which have a place and a time"
                                    : "it is measured between events, or between values of type " + type.text());
        }
        return null;
    }
}
