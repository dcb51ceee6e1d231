package io.weir.admin.http;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The routes that the server registers. */
public final class RouteTable {

    private RouteTable() {}

    /** {@code GET /api/v1/rules} and so on. */
    public static Set<String> operations() {
        return HttpServer.routes(new Services(null, null, null, null, null, null, null)).stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
