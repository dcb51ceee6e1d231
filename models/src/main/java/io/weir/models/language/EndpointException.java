package io.weir.models.language;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;

/** The endpoint could not be used; the operator must act. The message is fit to be an answer's reason. */
final class EndpointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndpointException(String message) {
        super(message);
    }

    EndpointException(String message, Throwable cause) {
        super(message, cause);
    }

    static EndpointException of(Throwable failure) {
        if (failure instanceof EndpointException known) {
            return known;
        }
        if (failure.getCause() instanceof EndpointException known) {
            return known;
        }
        return new EndpointException(reason(failure), failure);
    }

    private static String reason(Throwable failure) {
        if (failure instanceof ConnectException || failure instanceof HttpTimeoutException) {
            return "cannot connect to the endpoint";
        }
        if (failure instanceof IOException) {
            return "the connection to the endpoint broke";
        }
        return "the call failed (" + failure.getClass().getSimpleName() + ")";
    }
}
