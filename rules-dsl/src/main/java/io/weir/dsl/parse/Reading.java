package io.weir.dsl.parse;

import io.weir.dsl.syntax.Token;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How each token was taken, for those who ask what else could stand there. */
final class Reading {

    private final Map<Token, String> names = new IdentityHashMap<>();
    private final Set<Token> skipped = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable String missing;

    void name(Token token, String what) {
        names.put(token, what);
    }

    void skipped(Token token) {
        skipped.add(token);
    }

    void missing(String expected) {
        missing = missing == null ? expected : missing;
    }

    /** What the token was a name of, or null. */
    @Nullable
    String nameOf(Token token) {
        return names.get(token);
    }

    boolean isSkipped(Token token) {
        return skipped.contains(token);
    }

    /** What was first found to be missing at the end of the text, or null. */
    @Nullable
    String missing() {
        return missing;
    }
}
