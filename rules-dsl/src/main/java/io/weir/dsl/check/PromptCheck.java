package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.PromptDefinition;
import io.weir.dsl.syntax.TemplateText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a prompt: its text may show what an alert says, its answer has fields of simple types. */
final class PromptCheck {

    /** What an alert says of itself, and the events that a rule gives to the prompt. */
    private static final List<String> OF_AN_ALERT = List.of(
            "id",
            "rule",
            "revision",
            "epoch",
            "severity",
            "time",
            "key",
            "text",
            "values",
            "events",
            "suppressed",
            "model",
            "tenant",
            "engine",
            "given");

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    private final Problems problems;
    private final PromptDefinition prompt;

    PromptCheck(Problems problems, PromptDefinition prompt) {
        this.problems = problems;
        this.prompt = prompt;
    }

    @Nullable
    PromptPlan check() {
        Expression written = prompt.timeout();
        Duration timeout = written == null ? USUAL_TIMEOUT : new Literals(problems).window(written, "the timeout");
        TemplateText template = prompt.template();
        if (template != null) {
            template.parts().forEach(this::check);
        }
        List<PromptPlan.Output> outputs = outputs();
        return timeout == null || template == null || problems.hasErrorWithin(prompt.span())
                ? null
                : new PromptPlan(prompt.name().text(), timeout, template.text().value(), outputs);
    }

    private void check(TemplateText.Part part) {
        if (part instanceof TemplateText.Hole hole) {
            Name first = hole.path().names().get(0);
            if (!OF_AN_ALERT.contains(first.text())) {
                problems.report(Code.TEXT_NAMES_NOTHING, first.span(), first.text())
                        .help("a prompt can show what an alert says: " + String.join(", ", OF_AN_ALERT))
                        .suggest(NearNames.nearest(first.text(), OF_AN_ALERT), first.span(), "");
            }
        }
    }

    private List<PromptPlan.Output> outputs() {
        List<PromptPlan.Output> outputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PromptDefinition.Output output : prompt.outputs()) {
            if (!names.add(output.name().text())) {
                problems.report(
                        Code.DECLARED_TWICE,
                        output.name().span(),
                        "field",
                        output.name().text());
            }
            Type type = output.type() == null
                    ? Type.Scalar.TEXT
                    : new TypeCheck(problems)
                            .oneOf(
                                    output.type(),
                                    "an answer",
                                    Type.Scalar.TEXT,
                                    Type.Scalar.BOOL,
                                    Type.Scalar.INT,
                                    Type.Scalar.DECIMAL,
                                    Type.Scalar.FLOAT);
            if (type != null) {
                outputs.add(new PromptPlan.Output(output.name().text(), type, choices(output)));
            }
        }
        return outputs;
    }

    private List<String> choices(PromptDefinition.Output output) {
        List<String> choices = new ArrayList<>();
        for (Expression choice : output.choices()) {
            if (choice instanceof Expression.TextLiteral text) {
                choices.add(text.value());
            } else {
                problems.report(Code.NOT_CONSTANT, choice.span(), "each choice");
            }
        }
        return choices;
    }
}
