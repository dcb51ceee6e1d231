package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.Template;
import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks what a rule does when it fires. */
final class ActionCheck {

    private final RuleContext rule;

    ActionCheck(RuleContext rule) {
        this.rule = rule;
    }

    /**
     * Checks what stands in the action as an expression; what is left to be done, which is to say null where it has a mistake, waits
     * until the whole rule has been read.
     */
    Supplier<io.weir.dsl.plan.@Nullable Action> begin(Action action, Severity usual) {
        if (action instanceof Action.Emit emit) {
            return new EmitCheck(rule, emit)::check;
        }
        return () -> alert((Action.Alert) action, usual);
    }

    private @Nullable AlertAction alert(Action.Alert alert, Severity usual) {
        Severity severity = severity(alert.severity(), usual);
        Template text = new TemplateCheck(rule).check(alert.text());
        if (alert.topic() != null) {
            new TopicCheck(rule.problems()).check(alert.topic());
        }
        PromptPlan prompt = alert.enrichedBy() == null ? null : prompt(alert.enrichedBy());
        AlertAction.Context given = alert.given() == null ? null : new GivenCheck(rule).check(alert.given());
        Duration pause = alert.atMostOncePer() == null ? null : pause(alert.atMostOncePer());
        if (alert.atMostOncePer() == null) {
            rule.lint(new ThrottleLint(alert));
        }
        return text == null
                ? null
                : new AlertAction(
                        severity,
                        text,
                        alert.topic() == null ? null : alert.topic().value(),
                        prompt,
                        given,
                        pause);
    }

    Severity severity(@Nullable Name name, Severity usual) {
        Severity severity = name == null ? null : Severities.of(rule.problems(), rule.names(), name);
        return severity == null ? usual : severity;
    }

    private @Nullable PromptPlan prompt(Name name) {
        var symbol = rule.names().prompt(name);
        if (symbol == null) {
            rule.report(Code.UNKNOWN_PROMPT, name.span(), name.text())
                    .suggest(NearNames.nearest(name.text(), rule.names().promptNames()), name.span(), "");
            return null;
        } else if (symbol.value() == null) {
            rule.breaks();
        }
        return symbol.value();
    }

    private @Nullable Duration pause(Expression expression) {
        if (!rule.isKeyed()) {
            rule.report(Code.THROTTLE_WITHOUT_KEY, expression.span())
                    .help(
                            "say behind the event whose alerts belong together, for example: on Payment by cardId; or: by everything");
        }
        return new Literals(rule.problems()).window(expression, "the pause");
    }
}
