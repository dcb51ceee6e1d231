package io.weir.admin.store;

import org.jspecify.annotations.Nullable;

/** The store could not do what it was asked. */
public abstract sealed class StoreException extends RuntimeException
        permits StoreUnavailableException, WriteUnknownException, RecordTooLargeException, UnusableTopicException {

    private static final long serialVersionUID = 1L;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
