package io.weir.admin.access;

import org.jspecify.annotations.Nullable;

/** OPERATOR: the OpenID provider that the configuration names does not answer as one. */
public final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
