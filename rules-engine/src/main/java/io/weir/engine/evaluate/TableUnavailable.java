package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/** A table's rows could not be read. OPERATOR: the message names its topic. No rule is at fault. */
public final class TableUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TableUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
