package io.weir.admin.access;

/** A token that is not taken; the message says why, and holds nothing of the token. */
public final class TokenRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public TokenRefused(String message) {
        super(message, null, false, false);
    }
}
