package io.weir.dsl.diagnostic;

import java.util.Locale;

/** Whether a problem keeps a rule from being published. */
public enum Level {
    ERROR,
    WARNING;

    /** As it is shown and stored. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
