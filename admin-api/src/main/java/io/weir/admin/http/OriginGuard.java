package io.weir.admin.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pages of other origins may not talk to the server, whatever they hold. On loopback neither may a page of the web whose name was made to
 * point to this machine: the browser still sends that name as Host.
 */
final class OriginGuard implements Handler {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean isLoopback;

    /** @param isLoopback whether the server listens on loopback alone */
    OriginGuard(boolean isLoopback) {
        this.isLoopback = isLoopback;
    }

    @Override
    public void handle(Context request) {
        String host = request.header("Host");
        if (isLoopback && (host == null || !LOOPBACK.contains(name(host)))) {
            throw new ProblemException(
                            ProblemCode.HOST_REFUSED, "The Host is '" + host + "', which is not this machine")
                    .help("it listens on this machine alone: use http://127.0.0.1");
        }
        String origin = request.header("Origin");
        if (origin != null && (host == null || !host.equalsIgnoreCase(authority(origin)))) {
            throw new ProblemException(ProblemCode.ORIGIN_REFUSED, "Pages of '" + origin + "' may not use this server");
        }
    }

    private static String name(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
