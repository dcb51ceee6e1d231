package io.weir.admin.http;

/** USER: the address to listen on is none of this machine's. */
public final class UnknownAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownAddressException(String host, Throwable cause) {
        super("Cannot listen on '" + host + "': no such address", cause);
    }
}
