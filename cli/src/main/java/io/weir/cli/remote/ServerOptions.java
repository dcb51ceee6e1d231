package io.weir.cli.remote;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, with which key, and whose rules. What is not said comes from the context that was logged in to. */
final class ServerOptions {

    private static final String DEFAULT_SERVER = "http://127.0.0.1:8180";

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:WEIR_SERVER}",
            description =
                    "The admin server; WEIR_SERVER sets it too. Default: the current context's, or " + DEFAULT_SERVER)
    private @Nullable String server;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            defaultValue = "${env:WEIR_CONTEXT}",
            description =
                    "A server that you have logged in to; WEIR_CONTEXT sets it too. WEIR_KEY is a key without one")
    private @Nullable String context;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Whose rules. Default: the context's, or the one that the key opens")
    private @Nullable String tenant;

    ServerClient client() {
        Contexts contexts = Contexts.read();
        Contexts.Context chosen = chosen(contexts);
        String url = server != null ? server : chosen == null ? DEFAULT_SERVER : chosen.server();
        String key = System.getenv("WEIR_KEY");
        if ((key == null || key.isBlank()) && chosen != null && chosen.server().equals(url)) {
            key = chosen.key();
        }
        String whose = tenant != null ? tenant : chosen == null ? null : chosen.tenant();
        return new ServerClient(URI.create(url), key, whose);
    }

    private Contexts.@Nullable Context chosen(Contexts contexts) {
        if (context != null) {
            return contexts.named(context);
        }
        if (server != null) {
            return contexts.forServer(server);
        }
        return contexts.current() == null ? contexts.forServer(DEFAULT_SERVER) : contexts.named(contexts.current());
    }
}
