package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The declared event of the name that a rule emits: then other rules read it, so its fields must be as declared. */
final class EmittedEvent {

    private final RuleContext rule;
    private final Action.Emit source;
    private final @Nullable StreamSymbol event;

    EmittedEvent(RuleContext rule, Action.Emit source) {
        this.rule = rule;
        this.source = source;
        this.event = rule.names().stream(source.name().text());
        if (event != null && event.broken()) {
            rule.breaks();
        }
    }

    /** Null where no event of that name is declared. */
    @Nullable
    StreamSchema schema() {
        return event == null ? null : event.schema();
    }

    /** The declared field of that name, or null. */
    @Nullable
    Field field(String name) {
        return event == null ? null : event.field(name);
    }

    /** Whether a value may fill a declared field; a money with any currency one whose currency is in another. */
    static boolean fits(Type given, Type asked) {
        return Typing.fits(given, asked)
                || (given instanceof Type.Money && asked instanceof Type.Money money && money.currency() == null);
    }

    /** The value as the declared field takes it; null, and reported, where it does not. */
    @Nullable
    Expr fitted(Expression.Argument source, @Nullable Expr value) {
        Name name = source.name();
        Field field = field(name.text());
        if (event == null) {
            return value;
        } else if (field == null && !event.isSilent(name.text())) {
            Set<String> names =
                    event.schema().fields().stream().map(Field::name).collect(Collectors.toSet());
            rule.report(Code.UNKNOWN_FIELD, name.span(), event.name(), name.text())
                    .suggest(NearNames.nearest(name.text(), names), name.span(), "");
            return null;
        } else if (value == null || field == null) {
            return value;
        } else if (!fits(value.type(), field.type())) {
            rule.report(
                    Code.EMITTED_TYPE,
                    source.value().span(),
                    field.name(),
                    event.name(),
                    Phrases.a(field.type()),
                    Phrases.a(value.type()));
            return null;
        }
        return field.type() instanceof Type.Money ? value : Typing.widen(value, field.type());
    }

    /** Whether it can be emitted with these fields, and to that topic. */
    boolean check(Set<String> given) {
        Expression.TextLiteral topic = source.topic();
        boolean right = topic == null || new TopicCheck(rule.problems()).check(topic);
        if (event == null || event.broken()) {
            return right;
        }
        String refusal = refusal(event);
        if (refusal != null) {
            rule.report(Code.EMITTED_IN_VAIN, source.name().span(), event.name(), refusal)
                    .help("emit it under a name of its own");
            return false;
        }
        return right & isWhole(event, given) & isSentThere(event, topic);
    }

    private static @Nullable String refusal(StreamSymbol event) {
        if (event.name().equals(BuiltIn.ALERT.name())) {
            return "alerts are sent with 'alert'";
        }
        Format format = event.schema().format();
        return format == Format.JSON ? null : "it is read as " + format.word() + ", and what rules emit is json";
    }

    // The time is the result's where no field says it.
    private boolean isWhole(StreamSymbol event, Set<String> given) {
        StreamSchema schema = event.schema();
        String lacking = schema.fields().stream()
                .filter(field -> !field.nullable() && schema.slotOf(field.name()) != schema.timeSlot())
                .map(Field::name)
                .filter(name -> !given.contains(name))
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(" and "));
        if (!lacking.isEmpty()) {
            rule.report(Code.EMITTED_IN_PART, source.name().span(), event.name(), lacking)
                    .help("only a field that is declared with '?' may be left out, and the time");
        }
        return lacking.isEmpty();
    }

    private boolean isSentThere(StreamSymbol event, Expression.@Nullable TextLiteral topic) {
        String asked = event.schema().topic();
        if (topic == null || topic.value().equals(asked)) {
            return true;
        }
        rule.report(Code.EMITTED_ELSEWHERE, topic.span(), event.name(), asked)
                .help("send it there, or emit it under a name of its own")
                .fix("Change to '" + asked + "'", topic.span(), "\"" + asked + "\"");
        return false;
    }
}
