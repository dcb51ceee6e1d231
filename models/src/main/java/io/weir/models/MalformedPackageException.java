package io.weir.models;

import org.jspecify.annotations.Nullable;

/** These files or bytes cannot be a model package at all; the user who pushed them must act. */
public final class MalformedPackageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ModelProblem problem;

    MalformedPackageException(ModelProblemCode code, String message) {
        this(code, message, null);
    }

    MalformedPackageException(ModelProblemCode code, String message, @Nullable Throwable cause) {
        super(code.code() + ": " + message, cause);
        this.problem = new ModelProblem(code, message);
    }

    public ModelProblem problem() {
        return problem;
    }
}
