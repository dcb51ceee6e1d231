package io.weir.admin.store;

import org.jspecify.annotations.Nullable;

/** Kafka does not answer, or the control topic cannot be read; nothing was written. OPERATOR: see to the brokers. */
public final class StoreUnavailableException extends StoreException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
