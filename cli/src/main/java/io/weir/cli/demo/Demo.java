package io.weir.cli.demo;

import io.weir.admin.AdminConfig;
import io.weir.admin.AdminServer;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.LogFile;
import io.weir.cli.remote.ServerClient;
import io.weir.cli.roles.BackfillRuns;
import io.weir.cli.roles.LocalFlink;
import io.weir.cli.roles.Parts;
import io.weir.cli.roles.StopSignal;
import io.weir.cli.rules.ModelDirectories;
import io.weir.cli.rules.RuleFiles;
import io.weir.dsl.contract.Topics;
import io.weir.engine.Checkpoints;
import io.weir.engine.EnrichConfig;
import io.weir.engine.EnrichJob;
import io.weir.engine.JobConfig;
import io.weir.engine.WeirJob;
import io.weir.engine.evaluate.Decoders;
import io.weir.engine.operator.LanguageModelOpener;
import io.weir.localkafka.LocalKafka;
import io.weir.models.language.LanguageModelConfig;
import io.weir.models.language.OpenAiLanguageModel;
import io.weir.samples.SampleFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts all parts in order, lets them run, and ends them in the opposite order. */
final class Demo {

    private static final String TENANT = "default";
    private static final String ENGINE = "demo";
    private static final int PARALLELISM = 2;
    private static final int LANGUAGE_MODEL_CALLS = 8;
    private static final Checkpoints CHECKPOINTS = Checkpoints.every(Duration.ofMillis(250));
    /** After the last event, for the alerts on their way. */
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final DemoSettings settings;
    private final Console console;
    private final Tally tally = new Tally();

    Demo(DemoSettings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    int run() throws Exception {
        try (StopSignal stop = new StopSignal();
                Parts parts = new Parts()) {
            runWith(parts, stop);
        }
        return ExitCode.GOOD;
    }

    private void runWith(Parts parts, StopSignal stop) throws Exception {
        Path directory = parts.temporaryDirectory("weir-demo-");
        console.say("Starting Kafka, the admin API and Flink …");
        CompletableFuture<LocalFlink> starting = startFlink(directory);
        LocalKafka kafka = parts.add(LocalKafka.start());
        ScriptedLanguageModel scripted = parts.add(ScriptedLanguageModel.start());
        AdminConfig admin = AdminConfig.of(kafka.bootstrapServers()).withPort(settings.port());
        AdminServer server = parts.add(
                AdminServer.start(admin, new BackfillRuns(admin.kafka(), admin.topics(), Decoders.in(ZoneOffset.UTC))));
        String key = Objects.requireNonNull(server.oneTimeKey(), "a new installation has no admin");
        parts.add(DemoLogin.remember(server.uri().toString(), key));
        ServerClient client = new ServerClient(server.uri(), key, TENANT);
        publishSamples(client);
        Tail tail = parts.add(new Tail(kafka.bootstrapServers(), Topics.DEFAULT, TENANT, console, tally));
        LocalFlink flink = parts.add(starting.get());
        submitJobs(flink, kafka, scripted, directory);
        EventPlayer player = parts.add(new EventPlayer(kafka.bootstrapServers(), settings.rate()));
        tail.start();
        awaitEngine(tail, flink, stop);
        new Welcome(settings, kafka.bootstrapServers(), scripted.baseUrl(), LogFile.path())
                .lines()
                .forEach(console::say);
        play(player, flink, stop);
        console.say("");
        tally.summary(
                        player.written(),
                        player.seconds(),
                        client.rules().path("rules").size())
                .forEach(console::say);
        if (player.failed() > 0) {
            console.say("not written  " + player.failed() + " events that Kafka did not take; the log has the reasons");
        }
    }

    private CompletableFuture<LocalFlink> startFlink(Path directory) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return LocalFlink.start(settings.uiPort(), PARALLELISM + 1, directory);
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    /** Events that came before the engine would only show how long it took to start. */
    private static void awaitEngine(Tail tail, LocalFlink flink, StopSignal stop) throws InterruptedException {
        while (!tail.awaitEngine(200) && !stop.await(0)) {
            StopSignal.requireRunning(flink);
        }
    }

    private void play(EventPlayer player, LocalFlink flink, StopSignal stop) throws InterruptedException {
        player.start();
        await(flink, stop);
        player.close();
        stop.await(DRAIN.toMillis());
    }

    private static void publishSamples(ServerClient client) {
        List<Path> packs = List.of(
                SampleFolders.story("brute-force"),
                SampleFolders.story("card-fraud"),
                SampleFolders.story("cold-chain"));
        client.publish(RuleFiles.read(packs), "the demo's rules", Map.of());
        client.pushModel(
                "fraud", ModelDirectories.read(SampleFolders.story("card-fraud").resolve("model-v1")), Map.of());
    }

    private static void submitJobs(LocalFlink flink, LocalKafka kafka, ScriptedLanguageModel scripted, Path directory)
            throws Exception {
        Checkpoints checkpoints = CHECKPOINTS
                .withBackend(Checkpoints.Backend.HEAP)
                .withDirectory(directory.resolve("checkpoints").toUri().toString());
        JobConfig job = JobConfig.of(ENGINE, kafka.bootstrapServers())
                .withParallelism(PARALLELISM)
                .withCheckpoints(checkpoints);
        flink.submit("weir " + ENGINE, env -> WeirJob.define(env, job));
        EnrichConfig enrich = EnrichConfig.of(kafka.bootstrapServers()).withCheckpoints(checkpoints);
        String url = scripted.baseUrl();
        LanguageModelOpener opener = () -> new OpenAiLanguageModel(
                new LanguageModelConfig(url, null, ScriptedLanguageModel.MODEL, LANGUAGE_MODEL_CALLS));
        flink.submit("weir enrich", env -> EnrichJob.define(env, enrich, opener));
    }

    private void await(LocalFlink flink, StopSignal stop) throws InterruptedException {
        Duration duration = settings.duration();
        if (duration == null) {
            stop.await(flink);
            return;
        }
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            if (stop.await(Math.min(left, 1_000))) {
                return;
            }
            StopSignal.requireRunning(flink);
        }
    }
}
