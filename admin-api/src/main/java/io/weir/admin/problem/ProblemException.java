package io.weir.admin.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The server says no. USER: the message says why, the help what to do. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Map<String, Object> details = new LinkedHashMap<>();
    private @Nullable String help;

    public ProblemException(ProblemCode code, String message) {
        super(message);
        this.code = code;
    }

    public ProblemException(ProblemCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ProblemException help(String text) {
        help = text;
        return this;
    }

    /**
     * More for programs.
     *
     * @param value whatever becomes JSON
     */
    public ProblemException detail(String name, Object value) {
        details.put(name, value);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public String message() {
        return Objects.requireNonNull(getMessage());
    }

    public @Nullable String help() {
        return help;
    }

    public Map<String, Object> details() {
        return details;
    }
}
