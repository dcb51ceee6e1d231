package io.weir.dsl.explain;

import io.weir.dsl.plan.Action;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.EmitAction;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Template;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule does, in words. */
final class ActionWords {

    private final RulePlan rule;
    private final Sentence sentence;

    ActionWords(RulePlan rule) {
        this.rule = rule;
        this.sentence = new Sentence(rule);
    }

    String words(Action action) {
        return action instanceof EmitAction emit ? emit(emit) : alert((AlertAction) action);
    }

    private String emit(EmitAction emit) {
        String fields = emit.fields().stream()
                .map(field -> field.name() + " (" + sentence.words(field.value()) + ")")
                .collect(Collectors.joining(", "));
        return "send an event " + emit.name() + (fields.isEmpty() ? "" : " with " + fields) + to(emit.topic())
                + (emit.event() == null ? "" : ", where rules read it");
    }

    private String alert(AlertAction alert) {
        String severity = alert.severity().name().toLowerCase(Locale.ROOT);
        return "send a " + severity + " alert \"" + template(alert.text()) + "\"" + to(alert.topic())
                + asked(alert.enrichedBy(), alert.given()) + pause(alert.atMostOncePer());
    }

    private static String to(@Nullable String topic) {
        return topic == null ? "" : " to topic \"" + topic + "\"";
    }

    private String asked(@Nullable PromptPlan prompt, AlertAction.@Nullable Context given) {
        if (prompt == null) {
            return "";
        }
        return ", and ask " + prompt.name() + " about it"
                + (given == null
                        ? ""
                        : ", who sees the last " + given.events() + " "
                                + given.stream().name() + each());
    }

    private String pause(@Nullable Duration pause) {
        return pause == null ? "" : ", at most once per " + Constants.duration(pause) + each();
    }

    private String each() {
        KeySpec key = rule.key();
        return key == null || key.isEverything() ? "" : " for each " + names(key);
    }

    static String names(KeySpec key) {
        return key.parts().stream().map(KeySpec.Part::field).collect(Collectors.joining(" and "));
    }

    private static String template(Template template) {
        return template.parts().stream()
                .map(part -> part instanceof Template.Value value
                        ? "{" + value.path() + "}"
                        : ((Template.Literal) part).text())
                .collect(Collectors.joining());
    }
}
