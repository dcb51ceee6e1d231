package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.ModelDefinition;
import io.weir.dsl.syntax.TypeReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a model's signature. */
final class ModelCheck {

    private final Problems problems;
    private final ModelDefinition model;
    private final TypeCheck types;

    ModelCheck(Problems problems, ModelDefinition model) {
        this.problems = problems;
        this.model = model;
        this.types = new TypeCheck(problems);
    }

    @Nullable
    ModelSignature check() {
        List<ModelSignature.Input> inputs = inputs();
        TypeReference reference = model.returns();
        Type returns = reference == null
                ? null
                : types.oneOf(reference, "a score", Type.Scalar.PROBABILITY, Type.Scalar.FLOAT);
        Double otherwise = returns == null ? null : otherwise(returns);
        return returns == null || otherwise == null || problems.hasErrorWithin(model.span())
                ? null
                : new ModelSignature(model.name().text(), inputs, returns, otherwise);
    }

    private List<ModelSignature.Input> inputs() {
        List<ModelSignature.Input> inputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ModelDefinition.Input input : model.inputs()) {
            String name = input.name().text();
            if (!names.add(name)) {
                problems.report(Code.DECLARED_TWICE, input.name().span(), "input", name);
            }
            Type type = input.type() == null
                    ? null
                    : types.oneOf(
                            input.type(),
                            "an input",
                            Type.Scalar.FLOAT,
                            Type.Scalar.INT,
                            Type.Scalar.DECIMAL,
                            Type.Scalar.PROBABILITY);
            if (type != null) {
                inputs.add(new ModelSignature.Input(name, type));
            }
        }
        return inputs;
    }

    private @Nullable Double otherwise(Type returns) {
        Expression written = model.otherwise();
        if (written == null) {
            if (!problems.isTorn(model.span())) {
                problems.report(
                                Code.CLAUSE_MISSING,
                                model.name().span(),
                                "model " + model.name().text(),
                                "'else'")
                        .help("say what the score is until a model is live, behind the type: else 0.0");
            }
            return null;
        }
        Expr.Constant constant = new LiteralCheck(problems).constant(written);
        if (constant == null) {
            return null;
        } else if (!constant.type().isNumeric()) {
            problems.report(Code.ELSE_TYPE, written.span(), Phrases.a(returns), Phrases.a(constant.type()));
            return null;
        }
        double value = (Double) Typing.value(constant.value(), Type.Scalar.FLOAT);
        if (returns == Type.Scalar.PROBABILITY && (value < 0 || value > 1)) {
            problems.report(Code.OUT_OF_RANGE, written.span(), constant.value(), "0 to 1");
        }
        return value;
    }
}
