package io.weir.dsl.json;

/**
 * Why JSON is no rule file.
 *
 * @param pointer where, as RFC 6901 has it; empty for the whole
 * @param message one sentence, with what to do where that helps
 */
public record TreeProblem(String pointer, String message) {

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "" : pointer + ": ") + message;
    }
}
