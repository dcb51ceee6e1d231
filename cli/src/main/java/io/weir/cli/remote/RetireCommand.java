package io.weir.cli.remote;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.cli.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `weir retire`. */
@Command(name = "retire", description = "Take rules out of force and free their state.")
public final class RetireCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private ReleaseOptions release = new ReleaseOptions();

    @Option(
            names = "--candidate",
            description = "Only the candidates that stand beside them; the rules stay as they are")
    private boolean candidate;

    @Parameters(arity = "1..*", paramLabel = "RULE", description = "Names, as `weir rules` lists them")
    private List<String> names = List.of();

    RetireCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ObjectNode request = ServerClient.JSON.createObjectNode().put("why", release.why());
        ArrayNode named = request.putArray(candidate ? "withdraw" : "retire");
        names.forEach(named::add);
        return release.report(server.client().post("/api/v1/releases", request, release.query()), console);
    }
}
