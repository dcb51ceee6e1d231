package io.weir.admin.http;

/** Something else listens on the port that was asked for. USER: choose another. */
public final class PortInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortInUseException(String host, int port, Throwable cause) {
        super("Port " + port + " on " + host + " is in use: choose another, or 0 for any that is free", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
