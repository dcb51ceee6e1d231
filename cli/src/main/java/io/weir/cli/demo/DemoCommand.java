package io.weir.cli.demo;

import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.ShortDuration;
import io.weir.cli.roles.Ports;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** `weir demo`. */
@Command(
        name = "demo",
        description = {
            "Run everything on this machine: Kafka, Flink with its web UI, the admin API, rules, a model, events.",
            "",
            "Alerts go to stdout as they arrive; Ctrl-C ends it with a summary. No network is needed."
        })
public final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = ShortDuration.class,
            description = "End by itself, such as 60s. Default: at Ctrl-C")
    private @Nullable Duration duration;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + DemoSettings.DEFAULT_PORT,
            description = "Of the admin API; 0: any free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--ui-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Of Flink's web UI; 0: any free one. Default: ${DEFAULT-VALUE}")
    private int uiPort;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "300",
            description = "Events a second. Default: ${DEFAULT-VALUE}")
    private int rate;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (rate < 1 || rate > 1_000_000) {
            throw CommandFailure.usage("--rate " + rate + " is not between 1 and 1,000,000 events a second");
        }
        DemoSettings settings =
                new DemoSettings(duration, Ports.free("--port", port), Ports.free("--ui-port", uiPort), rate);
        return new Demo(settings, console).run();
    }
}
