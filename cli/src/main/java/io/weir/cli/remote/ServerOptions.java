package io.weir.cli.remote;

import java.net.URI;
import picocli.CommandLine.Option;

/** Which server, and whose rules. */
final class ServerOptions {

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:WEIR_SERVER:-http://127.0.0.1:8180}",
            description = "The admin server; WEIR_SERVER sets it too. Default: ${DEFAULT-VALUE}")
    private URI server = URI.create("http://127.0.0.1:8180");

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Whose rules. Default: ${DEFAULT-VALUE}")
    private String tenant = "default";

    ServerClient client() {
        return new ServerClient(server, tenant);
    }
}
