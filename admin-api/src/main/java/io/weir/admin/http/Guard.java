package io.weir.admin.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.weir.admin.access.Authenticator;
import io.weir.admin.access.Gate;
import io.weir.admin.access.Permission;
import io.weir.admin.access.Principal;
import io.weir.admin.problem.ProblemException;
import java.util.Objects;

/** Stands before every route: who asks, may he, and is it his tenant. */
final class Guard {

    private static final String PRINCIPAL = "weir.principal";

    private final Authenticator authenticator;

    Guard(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    Handler before(Route route) {
        Permission asks = route.asks();
        if (asks == null) {
            return route.handler();
        }
        return request -> {
            Principal principal = authenticate(request);
            Gate.require(principal, asks);
            request.attribute(PRINCIPAL, principal);
            Gate.requireTenant(principal, Params.tenant(request));
            route.handler().handle(request);
        };
    }

    private Principal authenticate(Context request) {
        try {
            return authenticator.authenticate(request.header(Header.AUTHORIZATION));
        } catch (ProblemException refused) {
            request.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"weir\"");
            throw refused;
        }
    }

    /** Whoever asks, behind the guard. */
    static Principal principal(Context request) {
        return Objects.requireNonNull(request.attribute(PRINCIPAL), "the route asks no permission");
    }
}
