package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.Field;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Warns where a negation reads what may be missing, unless the rule asks whether it is: a field that is declared so, or one of
 * an event that need not be the one that triggered.
 *
 * @param ofTrigger whether names mean the triggering event's there, not those of one certain event
 */
record MissingLint(Span span, Expr negated, boolean ofTrigger) implements Lint {

    private record Doubt(String field, String name) {}

    @Override
    public void report(Problems problems, RuleContext rule) {
        doubts(rule, negated)
                .filter(doubt -> !rule.isGuarded(doubt.field))
                .map(Doubt::name)
                .findFirst()
                .ifPresent(name -> problems.report(Code.MAY_BE_MISSING, span, "'" + name + "'")
                        .help("say what a missing one means: '" + name + " else …', or ask '" + name + " is missing'"));
    }

    // What stands before `else` or `is missing` is taken care of.
    private Stream<Doubt> doubts(RuleContext rule, Expr expr) {
        if (expr instanceof Expr.FieldOf field) {
            return field(rule, field);
        } else if (expr instanceof Expr.FieldOfEvent field && field.event() instanceof EventRef.Previous) {
            return previous(rule, field);
        } else if (expr instanceof Expr.FieldOfEvent field && field.event() instanceof EventRef.OfStep step) {
            return ofStep(rule, field, step);
        } else if (expr instanceof Expr.LetOf let) {
            LetSymbol symbol = rule.let(let.name());
            return symbol == null || symbol.value() == null ? Stream.empty() : doubts(rule, symbol.value());
        } else if (expr instanceof Expr.IsMissing) {
            return Stream.empty();
        } else if (expr instanceof Expr.Else orElse) {
            return doubts(rule, orElse.fallback());
        }
        return ExprParts.of(expr).stream().flatMap(part -> doubts(rule, part));
    }

    private static Stream<Doubt> previous(RuleContext rule, Expr.FieldOfEvent field) {
        String event = field.event().text();
        String name = rule.lets().values().stream()
                .filter(let -> isOf(rule.event(let.value()), field.event()))
                .map(let -> let.name() + "." + field.field().name())
                .findFirst()
                .orElse("previous " + field.field().name());
        return rule.isGuarded(event)
                ? Stream.empty()
                : Stream.of(new Doubt(event + " " + field.field().name(), name));
    }

    private static boolean isOf(Expr.@Nullable EventOf event, EventRef wanted) {
        return event != null && event.event().equals(wanted);
    }

    private static Stream<Doubt> ofStep(RuleContext rule, Expr.FieldOfEvent field, EventRef.OfStep event) {
        if (rule.reach() == null) {
            return Stream.empty();
        }
        StepSymbol step = rule.reach().steps().get(event.step());
        String name = step.name() + "." + field.field().name();
        boolean absent = step.mayBeEmpty() && !rule.isGuarded(event.text());
        boolean guarded = rule.isGuarded(event.text() + " " + field.field().name());
        return !guarded && (absent || field.field().nullable())
                ? Stream.of(new Doubt(event.text() + " " + field.field().name(), name))
                : Stream.empty();
    }

    private Stream<Doubt> field(RuleContext rule, Expr.FieldOf field) {
        String name = field.field().name();
        boolean several = ofTrigger && rule.watched().size() > 1;
        if (several && field.stream() >= 0) {
            return Stream.of(new Doubt(name, rule.watched().get(field.stream()).alias() + "." + name));
        }
        boolean nullable = several
                ? rule.watched().stream().anyMatch(watched -> isNullable(watched, name))
                : field.field().nullable();
        return nullable ? Stream.of(new Doubt(name, name)) : Stream.empty();
    }

    private static boolean isNullable(Watched watched, String name) {
        Field field = watched.stream().field(name);
        return field != null && field.nullable();
    }
}
