package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.rules.RuleFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `weir publish`. */
@Command(
        name = "publish",
        description = {
            "Make rules live on a running system, all or none.",
            "",
            "Declarations that are live already with the same text stay as they are; nothing is retired.",
            "",
            "`weir publish --shadow rules.weir` evaluates new texts beside the live ones and tells what they would have",
            "done (`weir status`); `weir publish rules.weir` then puts them in their place, and they keep their state."
        })
public final class PublishCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private ReleaseOptions release = new ReleaseOptions();

    @Option(
            names = "--shadow",
            description = "Rules that never act: beside the live one as its candidate, where there is one")
    private boolean shadow;

    @Option(
            names = "--percent",
            paramLabel = "N",
            description = {
                "Rules for N of a hundred of their keys, the same ones always; more keep those of fewer.",
                "Default: as many as now, or all"
            })
    private @Nullable Integer percent;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders with *.weir files in them")
    private List<Path> paths = List.of();

    PublishCommand(Console console) {
        this.console = console;
    }

    @Option(
            names = "--warm",
            description = {
                "Let new rules begin in shadow, fill their windows of time from the events that",
                "their topics still have, then make them live. Stopped, the same command goes on"
            })
    private boolean warm;

    @Option(
            names = "--partial",
            description = "With --warm, where older events are needed than there are: fill what there is")
    private boolean partial;

    @Override
    public Integer call() throws InterruptedException {
        if (partial && !warm) {
            throw CommandFailure.usage("--partial goes with --warm");
        } else if (warm && shadow) {
            throw CommandFailure.usage("--warm ends with live rules, --shadow does not: one of them");
        }
        ObjectNode request = ServerClient.release(RuleFiles.read(paths), release.why());
        if (shadow) {
            request.put("shadow", true);
        }
        if (percent != null) {
            request.put("percent", percent);
        }
        if (warm) {
            request.put("warm", true);
        }
        ServerClient client = server.client();
        JsonNode answer = client.post("/api/v1/releases", request, release.query());
        if (!answer.has("backfill") || !warm) {
            return release.report(answer, console);
        }
        if (answer.path("changed").asBoolean()) {
            release.report(answer, console);
        }
        WarmStart start = new WarmStart(client, console, answer.path("backfill").asLong(), partial);
        return release.report(start.run(release.why(), release.query()), console);
    }
}
