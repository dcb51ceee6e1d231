package io.weir.models.language;

/** The model answered, but not what was asked for. The message is fit to be an answer's reason. */
final class InvalidOutputException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidOutputException(String message) {
        super(message);
    }
}
