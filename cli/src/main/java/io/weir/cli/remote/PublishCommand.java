package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.Console;
import io.weir.cli.rules.RuleFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** `weir publish`. */
@Command(
        name = "publish",
        description = {
            "Make rules live on a running system, all or none.",
            "",
            "Declarations that are live already with the same text stay as they are; nothing is retired."
        })
public final class PublishCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private ReleaseOptions release = new ReleaseOptions();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders with *.weir files in them")
    private List<Path> paths = List.of();

    PublishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JsonNode answer = server.client().publish(RuleFiles.read(paths), release.why(), release.query());
        return release.report(answer, console);
    }
}
