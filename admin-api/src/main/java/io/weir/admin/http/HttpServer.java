package io.weir.admin.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import io.weir.admin.access.Permission;
import io.weir.dsl.contract.ContractJson;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;

/** The routes, on a port. */
public final class HttpServer implements AutoCloseable {

    /** A pack of twenty files at their limit. */
    private static final long LARGEST_REQUEST = 4L << 20;

    private static final Duration LAST_REQUESTS = Duration.ofSeconds(5);

    private static final Duration IDLE_CONNECTIONS = Duration.ofMillis(100);

    private final Javalin javalin;
    private final String host;

    private HttpServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /**
     * Fails with {@link PortInUseException} and {@link UnknownAddressException}.
     *
     * @param port 0 for any that is free
     */
    public static HttpServer start(Services services, String host, int port) {
        boolean isLoopback = isLoopback(host);
        Javalin javalin = Javalin.create(config -> configure(config, services, isLoopback));
        try {
            javalin.start(host, port);
        } catch (JavalinBindException e) {
            throw isInUse(e) ? new PortInUseException(host, port, e) : e;
        }
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            // A connection that nothing is asked on need not be waited for.
            ((AbstractConnector) connector).setShutdownIdleTimeout(IDLE_CONNECTIONS.toMillis());
        }
        return new HttpServer(javalin, host);
    }

    static List<Route> routes(Services services) {
        Rules rules = new Rules(services);
        Releases releases = new Releases(services);
        Lists lists = new Lists(services);
        Watching watching = new Watching(services);
        GivenKeys keys = new GivenKeys(services);
        return List.of(
                Route.post("/api/v1/rules:validate", Permission.VIEW, rules::validate),
                Route.get("/api/v1/rules", Permission.VIEW, rules::list),
                Route.get("/api/v1/declarations", Permission.VIEW, rules::declarations),
                Route.post("/api/v1/releases", Permission.PUBLISH, releases::publish),
                Route.post("/api/v1/warm-starts", Permission.CHANGE_RULES, releases::goOn),
                Route.get("/api/v1/releases", Permission.VIEW, releases::list),
                Route.get("/api/v1/releases/{epoch}", Permission.VIEW, releases::one),
                Route.get("/api/v1/models", Permission.VIEW, rules::models),
                Route.put("/api/v1/models/{name}", Permission.CHANGE_MODELS, releases::push),
                Route.get("/api/v1/lists", Permission.VIEW, lists::list),
                Route.get("/api/v1/lists/{name}", Permission.VIEW, lists::one),
                Route.put("/api/v1/lists/{name}", Permission.CHANGE_RULES, releases::putEntries),
                Route.get("/api/v1/status", Permission.VIEW, watching::status),
                Route.get("/api/v1/alerts", Permission.VIEW, watching::alerts),
                Route.get("/api/v1/me", Permission.VIEW, keys::me),
                Route.get("/api/v1/keys", Permission.MANAGE_KEYS, keys::list),
                Route.post("/api/v1/keys", Permission.MANAGE_KEYS, keys::create),
                Route.post("/api/v1/keys/{id}/rotate", Permission.MANAGE_KEYS, keys::rotate),
                Route.delete("/api/v1/keys/{id}", Permission.MANAGE_KEYS, keys::revoke),
                Route.open("/api/v1/" + Watching.OPENAPI, watching::openapi),
                Route.open("/health", watching::health));
    }

    private static void configure(JavalinConfig config, Services services, boolean isLoopback) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.http.prefer405over404 = true;
        // A stream of events must not wait in a compressor.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jsonMapper(new JavalinJackson(ContractJson.MAPPER, false));
        config.jetty.modifyServer(server -> server.setStopTimeout(LAST_REQUESTS.toMillis()));
        config.routes.before(new OriginGuard(isLoopback));
        Guard guard = new Guard(services.authenticator());
        routes(services)
                .forEach(route -> config.routes.addHttpHandler(route.method(), route.path(), guard.before(route)));
        Problems.map(config.routes);
    }

    private static boolean isInUse(Throwable failure) {
        return failure instanceof BindException || (failure.getCause() != null && isInUse(failure.getCause()));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new UnknownAddressException(host, unknown);
        }
    }

    public URI uri() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
