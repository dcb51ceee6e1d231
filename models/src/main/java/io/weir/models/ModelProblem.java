package io.weir.models;

/** One thing that is wrong with a model package, in the words of the person who pushed it. */
public record ModelProblem(ModelProblemCode code, String message) {

    @Override
    public String toString() {
        return code.code() + ": " + message;
    }
}
