package io.weir.admin.http;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The routes that the server registers. */
public final class RouteTable {

    private RouteTable() {}

    /** {@code GET /api/v1/rules} and so on. */
    public static Set<String> operations() {
        return HttpServer.routes(new Services(null, null, null, null, null, null, null, null, null)).stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same with the permission that each asks; the empty text for none. */
    public static Map<String, String> permissions() {
        return HttpServer.routes(new Services(null, null, null, null, null, null, null, null, null)).stream()
                .collect(Collectors.toMap(
                        route -> route.method() + " " + route.path(),
                        route -> route.asks() == null ? "" : route.asks().text()));
    }
}
