package io.weir.dsl.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One problem of a file.
 *
 * @param message one sentence in the author's words
 * @param help what to do about it, where there is something to say
 */
public record Diagnostic(
        Code code, Place place, String message, @Nullable String help, List<Fix> fixes) {

    public Diagnostic {
        fixes = List.copyOf(fixes);
    }

    public Level level() {
        return code.level();
    }

    public boolean isError() {
        return level() == Level.ERROR;
    }
}
