package io.weir.admin.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.weir.admin.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * One route.
 *
 * @param path with {@code {parameters}}, as in openapi.yaml
 * @param asks what whoever calls it must be allowed; null for all the world
 */
record Route(HandlerType method, String path, @Nullable Permission asks, Handler handler) {

    static Route get(String path, Permission asks, Handler handler) {
        return new Route(HandlerType.GET, path, asks, handler);
    }

    static Route open(String path, Handler handler) {
        return new Route(HandlerType.GET, path, null, handler);
    }

    static Route post(String path, Permission asks, Handler handler) {
        return new Route(HandlerType.POST, path, asks, handler);
    }

    static Route put(String path, Permission asks, Handler handler) {
        return new Route(HandlerType.PUT, path, asks, handler);
    }

    static Route delete(String path, Permission asks, Handler handler) {
        return new Route(HandlerType.DELETE, path, asks, handler);
    }
}
