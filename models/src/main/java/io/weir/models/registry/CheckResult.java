package io.weir.models.registry;

import io.weir.models.ModelProblem;
import java.util.List;
import java.util.Optional;

/** Either a model that is ready, or all the problems of its package, ordered by code. */
public record CheckResult(Optional<CheckedModel> model, List<ModelProblem> problems) {

    public CheckResult {
        problems = List.copyOf(problems);
        if (model.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("either a model or problems");
        }
    }

    static CheckResult ready(CheckedModel model) {
        return new CheckResult(Optional.of(model), List.of());
    }

    static CheckResult refused(List<ModelProblem> problems) {
        return new CheckResult(Optional.empty(), problems);
    }

    public boolean ok() {
        return problems.isEmpty();
    }
}
