package io.weir.cli.roles;

import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.LogFile;
import io.weir.cli.ShortDuration;
import io.weir.engine.Checkpoints;
import io.weir.engine.EvaluationTime;
import io.weir.engine.JobConfig;
import io.weir.engine.KafkaAccess;
import io.weir.engine.Timing;
import io.weir.engine.WeirJob;
import io.weir.engine.evaluate.RuleLimits;
import io.weir.engine.registry.RegistryAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** `weir engine`. */
@Command(
        name = "engine",
        description = {
            "Evaluate rules: the Flink job in a process of its own, until Ctrl-C.",
            "",
            "With --checkpoint-dir it goes on from the newest checkpoint or savepoint there; --from names one, at any",
            "--parallelism. For a Flink cluster submit the class io.weir.engine.WeirJob instead; there, flink run -s names one."
        })
public final class EngineCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--engine",
            defaultValue = "main",
            paramLabel = "NAME",
            description = "Names it in alerts and reports; two on one Kafka have two. Default: ${DEFAULT-VALUE}")
    private String engine = "main";

    @Option(names = "--tenant", paramLabel = "NAME", description = "Evaluate only this tenant's rules; again for more")
    private Set<String> tenants = Set.of();

    @Option(names = "--parallelism", paramLabel = "N", description = "Tasks of each kind. Default: one a processor")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Option(names = "--checkpoint-dir", paramLabel = "DIR", description = "Where state is kept; without it, in memory")
    private @Nullable Path checkpointDirectory;

    @Option(
            names = "--from",
            paramLabel = "SAVEPOINT",
            description = "Go on from this savepoint or checkpoint, a folder with _metadata in it")
    private @Nullable String from;

    @Option(
            names = "--savepoint-on-stop",
            paramLabel = "DIR",
            description = {
                "On Ctrl-C, stop between two events and leave a savepoint there for --from.",
                "With the folder of --checkpoint-dir, the same command goes on from it"
            })
    private @Nullable Path savepointDirectory;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = ShortDuration.class,
            description = "Alerts are read, committed, with each. Default: ${DEFAULT-VALUE}")
    private Duration checkpointInterval = Duration.ofSeconds(1);

    @Option(
            names = "--state",
            paramLabel = "KIND",
            defaultValue = "rocksdb",
            description = "heap or rocksdb. Default: ${DEFAULT-VALUE}")
    private Checkpoints.Backend backend = Checkpoints.Backend.ROCKSDB;

    @Option(
            names = "--time",
            paramLabel = "WHEN",
            defaultValue = "ordered",
            description = {
                "ordered: by event time, as a replay does;",
                "arrival: at once, late events as they come. Default: ${DEFAULT-VALUE}"
            })
    private EvaluationTime time = EvaluationTime.ORDERED;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Of timestamps that name none. Default: ${DEFAULT-VALUE}")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "Where the schemas of Avro events are, as Confluent's registry answers")
    private @Nullable String registry;

    @Option(
            names = "--schema-registry-deadline",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = ShortDuration.class,
            description = "How long a task waits for a schema before it fails. Default: ${DEFAULT-VALUE}")
    private Duration registryDeadline = Duration.ofMinutes(1);

    @Option(
            names = "--rule-time-limit",
            paramLabel = "TIME",
            defaultValue = "100ms",
            converter = ShortDuration.class,
            description = "A rule that takes longer for an event again and again is stopped. Default: ${DEFAULT-VALUE}")
    private Duration ruleTimeLimit = RuleLimits.DEFAULT.time();

    @Option(
            names = "--rule-entries-limit",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Events that are kept of one key for one aggregate. Default: ${DEFAULT-VALUE}")
    private int ruleEntriesLimit;

    @Option(
            names = "--ui-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Of Flink's web UI; 0: any free one. Default: ${DEFAULT-VALUE}")
    private int uiPort;

    EngineCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        JobConfig config = Settings.checked(this::config);
        String start = SavedState.startingPoint(from, checkpointDirectory);
        int port = Ports.free("--ui-port", uiPort);
        try (StopSignal stop = new StopSignal();
                Parts parts = new Parts()) {
            LocalFlink flink = parts.add(LocalFlink.start(port, parallelism, parts.temporaryDirectory("weir-engine-")));
            flink.submit("weir " + engine, start, env -> WeirJob.define(env, config));
            console.say("engine " + engine + " runs; Flink: http://127.0.0.1:" + port + ", log: " + LogFile.path());
            stop.await(flink);
            if (savepointDirectory != null) {
                console.say("savepoint: " + flink.stopWithSavepoint(savepointDirectory));
            }
        }
        return ExitCode.GOOD;
    }

    private JobConfig config() {
        Checkpoints checkpoints = Checkpoints.every(checkpointInterval).withBackend(backend);
        if (checkpointDirectory != null) {
            checkpoints = checkpoints.withDirectory(
                    checkpointDirectory.toAbsolutePath().toUri().toString());
        }
        return JobConfig.of(engine, kafka.bootstrap)
                .withKafka(KafkaAccess.of(kafka.bootstrap).withProperties(kafka.properties))
                .withTenants(tenants)
                .withParallelism(parallelism)
                .withCheckpoints(checkpoints)
                .withZone(zone)
                .withTiming(Timing.DEFAULT.withEvaluation(time))
                .withRegistry(new RegistryAddress(registry, registryDeadline))
                .withLimits(new RuleLimits(ruleTimeLimit, ruleEntriesLimit));
    }
}
