package io.weir.cli.roles;

import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.LogFile;
import io.weir.engine.Checkpoints;
import io.weir.engine.EnrichConfig;
import io.weir.engine.EnrichJob;
import io.weir.engine.KafkaAccess;
import io.weir.engine.operator.LanguageModelOpener;
import io.weir.models.language.LanguageModelConfig;
import io.weir.models.language.OpenAiLanguageModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** `weir enricher`. */
@Command(
        name = "enricher",
        description = {
            "Ask a language model about alerts: the enrichment job in a process of its own, until Ctrl-C.",
            "",
            "The endpoint's key, where it wants one, comes from the environment: WEIR_LLM_API_KEY."
        })
public final class EnricherCommand implements Callable<Integer> {

    private static final String API_KEY = "WEIR_LLM_API_KEY";

    private final Console console;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--llm-url",
            required = true,
            paramLabel = "URL",
            description = "An OpenAI-compatible API, such as http://localhost:11434/v1")
    private String url = "";

    @Option(names = "--llm-model", required = true, paramLabel = "NAME", description = "As the endpoint names it")
    private String model = "";

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "32",
            description = "Questions at the same time. Default: ${DEFAULT-VALUE}")
    private int concurrency;

    @Option(names = "--checkpoint-dir", paramLabel = "DIR", description = "Where state is kept; without it, in memory")
    private @Nullable Path checkpointDirectory;

    @Option(
            names = "--ui-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "Of Flink's web UI; 0: any free one. Default: ${DEFAULT-VALUE}")
    private int uiPort;

    EnricherCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        EnrichConfig config = Settings.checked(this::config);
        LanguageModelOpener opener = opener();
        String start = SavedState.startingPoint(null, checkpointDirectory);
        int port = Ports.free("--ui-port", uiPort);
        try (StopSignal stop = new StopSignal();
                Parts parts = new Parts()) {
            LocalFlink flink = parts.add(LocalFlink.start(port, 1, parts.temporaryDirectory("weir-enricher-")));
            flink.submit("weir enrich", start, env -> EnrichJob.define(env, config, opener));
            console.say("the enricher runs; Flink: http://127.0.0.1:" + port + ", log: " + LogFile.path());
            stop.await(flink);
        }
        return ExitCode.GOOD;
    }

    private LanguageModelOpener opener() {
        String endpoint = url;
        String name = model;
        int calls = concurrency;
        try {
            new LanguageModelConfig(endpoint, null, name, calls);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
        return () -> new OpenAiLanguageModel(new LanguageModelConfig(endpoint, System.getenv(API_KEY), name, calls));
    }

    private EnrichConfig config() {
        Checkpoints checkpoints = Checkpoints.every(Duration.ofSeconds(1)).withBackend(Checkpoints.Backend.HEAP);
        if (checkpointDirectory != null) {
            checkpoints = checkpoints.withDirectory(
                    checkpointDirectory.toAbsolutePath().toUri().toString());
        }
        return EnrichConfig.of(kafka.bootstrap)
                .withKafka(KafkaAccess.of(kafka.bootstrap).withProperties(kafka.properties))
                .withCheckpoints(checkpoints);
    }
}
