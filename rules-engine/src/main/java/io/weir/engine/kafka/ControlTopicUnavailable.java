package io.weir.engine.kafka;

import org.jspecify.annotations.Nullable;

/** Without the control topic no event is evaluated. OPERATOR: see that it exists and can be read. */
public final class ControlTopicUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ControlTopicUnavailable(String message, @Nullable Throwable cause) {
        super(message + " (OPERATOR: does it exist, and may this engine read it?)", cause);
    }
}
