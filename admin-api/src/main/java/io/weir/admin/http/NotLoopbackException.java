package io.weir.admin.http;

/** The server was told to listen where others could reach it, and there is no authentication yet. USER: use loopback. */
public final class NotLoopbackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotLoopbackException(String host) {
        super("Cannot listen on '" + host + "': without authentication the server listens on loopback only"
                + " (127.0.0.1, ::1 or localhost)");
    }
}
