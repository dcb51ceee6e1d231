package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.EmitAction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a rule emits: first its fields, in the order of the text, and when the whole rule is known, those that show an
 * aggregate or a score of it by its word alone.
 */
final class EmitCheck {

    private final RuleContext rule;
    private final Action.Emit source;
    private final ExpressionCheck expressions;
    private final EmittedEvent event;
    private final List<@Nullable Expr> values = new ArrayList<>();

    EmitCheck(RuleContext rule, Action.Emit source) {
        this.rule = rule;
        this.source = source;
        this.expressions = new ExpressionCheck(rule, new TriggerScope(rule));
        this.event = new EmittedEvent(rule, source);
        source.fields().forEach(field -> values.add(isWord(field.value()) ? null : value(field)));
    }

    private boolean isWord(Expression value) {
        return value instanceof Expression.Path path
                && path.names().size() == 1
                && Shown.isWord(path.names().get(0).text())
                && !rule.isNamed(path.names().get(0).text());
    }

    private @Nullable Expr value(Expression.Argument field) {
        Field declared = event.field(field.name().text());
        Expr value =
                expressions.check(field.value(), type -> declared == null || EmittedEvent.fits(type, declared.type()));
        if (value != null && value.type() instanceof Type.Event) {
            rule.report(Code.EVENT_AS_VALUE, field.value().span(), "this").help("name one of its fields behind a dot");
            return null;
        }
        return value;
    }

    /** Null where it has a mistake. */
    @Nullable
    EmitAction check() {
        Set<String> names = new HashSet<>();
        List<EmitAction.Field> fields = new ArrayList<>();
        for (int index = 0; index < values.size(); index++) {
            Expression.Argument field = source.fields().get(index);
            String name = field.name().text();
            if (!names.add(name)) {
                rule.report(Code.DECLARED_TWICE, field.name().span(), "field", name);
            }
            Expr value = isWord(field.value()) ? shown((Expression.Path) field.value()) : values.get(index);
            Expr fitted = event.fitted(field, value);
            if (fitted != null) {
                fields.add(new EmitAction.Field(name, fitted));
            }
        }
        boolean whole = event.check(names);
        return !whole || source.topic() == null || fields.size() < values.size()
                ? null
                : new EmitAction(source.name().text(), fields, source.topic().value(), event.schema());
    }

    private @Nullable Expr shown(Expression.Path path) {
        Name word = path.names().get(0);
        Expr value = rule.shown().of(word.text());
        if (value == null && !rule.isStateLost() && !rule.isSilent(word.text())) {
            rule.report(Code.UNKNOWN_NAME, word.span(), word.text()).help("this rule has no " + word.text());
        }
        return value;
    }
}
