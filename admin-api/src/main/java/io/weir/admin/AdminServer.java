package io.weir.admin;

import io.weir.admin.access.Authenticator;
import io.weir.admin.access.OidcTokens;
import io.weir.admin.access.OneTimeKey;
import io.weir.admin.alerts.AlertTails;
import io.weir.admin.engines.StatusBoard;
import io.weir.admin.http.HttpServer;
import io.weir.admin.http.PortInUseException;
import io.weir.admin.http.Services;
import io.weir.admin.http.UnknownAddressException;
import io.weir.admin.keys.KeyRing;
import io.weir.admin.publish.Publisher;
import io.weir.admin.publish.RuleCatalog;
import io.weir.admin.store.Cluster;
import io.weir.admin.store.ControlStore;
import io.weir.admin.store.StoreException;
import io.weir.admin.warm.RetainedEvents;
import io.weir.admin.warm.WarmStarts;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The admin server.
 *
 * <pre>{@code
 * try (AdminServer server = AdminServer.start(AdminConfig.of("127.0.0.1:9092").withPort(0))) {
 *     open(server.uri());
 * }
 * }</pre>
 */
public final class AdminServer implements AutoCloseable {

    // The last opened is closed first.
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final OneTimeKey oneTimeKey;
    private final HttpServer http;

    private AdminServer(AdminConfig config, RetainedEvents retained) {
        Clock clock = Clock.systemUTC();
        Cluster cluster = new Cluster(config.kafka(), config.topics());
        try {
            ControlStore store = opened(ControlStore.open(cluster));
            StatusBoard board = opened(StatusBoard.open(cluster, clock));
            Publisher publisher = opened(new Publisher(store, board, config.topics(), clock, config.patience()));
            RuleCatalog catalog = new RuleCatalog();
            AlertTails alerts = new AlertTails(cluster, publisher, catalog, clock);
            oneTimeKey = OneTimeKey.of(store.keys(), config.oidc() != null, clock);
            Authenticator.Tokens tokens = config.oidc() == null ? null : OidcTokens.of(config.oidc());
            Authenticator authenticator = new Authenticator(store.keys(), oneTimeKey, tokens, clock);
            KeyRing keys = new KeyRing(store, clock);
            WarmStarts warmStarts = new WarmStarts(store, board, catalog, opened(retained));
            Services services =
                    new Services(store, board, publisher, catalog, alerts, warmStarts, authenticator, keys, clock);
            http = opened(HttpServer.start(services, config.host(), config.port()));
            opened(alerts);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Creates Weir's topics where they are missing, reads the control topic, then listens. Fails with {@link PortInUseException},
     * {@link UnknownAddressException}, or {@link StoreException} where Kafka does not answer.
     */
    public static AdminServer start(AdminConfig config) {
        return start(config, RetainedEvents.NONE);
    }

    /**
     * The same, with warm starts.
     *
     * @param retained is closed with the server
     */
    public static AdminServer start(AdminConfig config, RetainedEvents retained) {
        return new AdminServer(config, retained);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** Where it listens. */
    public URI uri() {
        return http.uri();
    }

    /** The first admin's key, to be shown to whoever started the server; null where the installation has an admin already. */
    public @Nullable String oneTimeKey() {
        return oneTimeKey.shown();
    }

    /** Ends the tails, lets requests that are under way finish for some seconds, then lets go of Kafka. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("A part of the server did not close", e);
            }
        }
    }
}
