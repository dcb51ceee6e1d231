package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.Score;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what fills each input of a model: what the rule gives, otherwise the field or let of that name. */
final class ScoreCheck {

    private final RuleContext rule;
    private final ExpressionCheck expressions;

    ScoreCheck(RuleContext rule, ExpressionCheck expressions) {
        this.rule = rule;
        this.expressions = expressions;
    }

    @Nullable
    Expr check(Expression.Score source) {
        Map<String, Expression> given = new HashMap<>();
        source.given().forEach(argument -> given(given, argument));
        ModelSignature model = model(source.model());
        if (model == null) {
            source.given().forEach(argument -> expressions.check(argument.value()));
            return null;
        }
        refuseOthers(source, model);
        List<Expr> inputs = new ArrayList<>();
        for (ModelSignature.Input input : model.inputs()) {
            Expr filled = filled(source, model, input, given.get(input.name()));
            if (filled != null) {
                inputs.add(filled);
            }
        }
        return inputs.size() == model.inputs().size()
                ? new Expr.ScoreOf(rule.score(new Score(model, inputs)), model.returns())
                : null;
    }

    private void given(Map<String, Expression> given, Expression.Argument argument) {
        if (given.putIfAbsent(argument.name().text(), argument.value()) != null) {
            rule.report(
                    Code.DECLARED_TWICE,
                    argument.name().span(),
                    "input",
                    argument.name().text());
        }
    }

    private @Nullable ModelSignature model(Name name) {
        Symbol<ModelSignature> symbol = rule.names().model(name);
        if (symbol == null) {
            rule.report(Code.UNKNOWN_MODEL, name.span(), name.text())
                    .suggest(NearNames.nearest(name.text(), rule.names().modelNames()), name.span(), "");
            return null;
        } else if (symbol.value() == null) {
            rule.breaks();
        }
        return symbol.value();
    }

    private void refuseOthers(Expression.Score source, ModelSignature model) {
        List<String> names =
                model.inputs().stream().map(ModelSignature.Input::name).toList();
        for (Expression.Argument argument : source.given()) {
            Name name = argument.name();
            if (names.contains(name.text())) {
                rule.names().means(name, new Target(Target.Kind.INPUT, model.name(), name.text()), null);
            } else {
                rule.names().couldBe(name, () -> new Candidates().and(Target.Kind.INPUT, names), Wanted.NAME);
                rule.report(Code.UNKNOWN_MODEL_INPUT, name.span(), model.name(), name.text())
                        .suggest(NearNames.nearest(name.text(), names), name.span(), "");
                expressions.check(argument.value());
            }
        }
    }

    private @Nullable Expr filled(
            Expression.Score source, ModelSignature model, ModelSignature.Input input, @Nullable Expression given) {
        if (given != null) {
            Expr value = expressions.check(given);
            return value == null ? null : fitted(given, model, input, value);
        }
        if (!isNamed(input.name())) {
            if (!isSilent(input.name())) {
                rule.report(Code.MODEL_INPUT_OPEN, source.span(), model.name(), input.name())
                        .help("add 'given " + input.name() + ": …' behind it, or a let of that name");
            }
            return null;
        }
        Name name = new Name(input.name(), source.span());
        Expr value = expressions.check(new Expression.Path(List.of(name), source.span()));
        return value == null ? null : fitted(source, model, input, value);
    }

    private boolean isNamed(String name) {
        return rule.let(name) != null
                || new Features(rule).isUsable(name)
                || rule.watched().stream().anyMatch(watched -> watched.stream().field(name) != null);
    }

    private boolean isSilent(String name) {
        return rule.isBlind()
                || rule.watched().stream().anyMatch(watched -> watched.stream().isSilent(name));
    }

    private @Nullable Expr fitted(Expression source, ModelSignature model, ModelSignature.Input input, Expr value) {
        if (value.type() instanceof Type.Money money) {
            if (money.currency() == null) {
                rule.lint((problems, checked) ->
                        problems.report(Code.INPUT_OF_ANY_CURRENCY, source.span(), model.name(), input.name()));
            }
            return new Expr.Widen(value, Type.Scalar.FLOAT);
        } else if (!Typing.fits(value.type(), input.type())) {
            rule.report(
                    Code.MODEL_INPUT_TYPE,
                    source.span(),
                    input.name(),
                    model.name(),
                    Phrases.a(input.type()),
                    Phrases.a(value.type()));
            return null;
        }
        return Typing.widen(Typing.widen(value, input.type()), Type.Scalar.FLOAT);
    }
}
