package io.weir.localkafka;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * One broker in KRaft mode on free loopback ports.
 *
 * <pre>{@code
 * try (LocalKafka kafka = LocalKafka.start()) {
 *     producer(kafka.bootstrapServers());
 * }
 * }</pre>
 */
public final class LocalKafka implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private final Thread shutdownHook = new Thread(this::end, "local-kafka-shutdown");
    private @Nullable Process broker;

    private LocalKafka(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Starts a broker on a free port and waits until it answers. */
    public static LocalKafka start() {
        return start(freePort());
    }

    /** Starts a broker on that port; fails with {@link PortInUseException} where something else listens there. */
    public static LocalKafka start(int port) {
        requireFree(port);
        try {
            LocalKafka kafka = new LocalKafka(Files.createTempDirectory("weir-kafka-"), port);
            kafka.format();
            Runtime.getRuntime().addShutdownHook(kafka.shutdownHook);
            kafka.resume();
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare a directory for Kafka", e);
        }
    }

    /** For clients: {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Ends the broker as a power cut would; {@link #resume} brings it back with what it had stored. */
    public void kill() {
        Process process = broker;
        if (process != null) {
            process.destroyForcibly();
            await(process);
            broker = null;
        }
    }

    /** Starts the broker again after {@link #kill}. */
    public void resume() {
        if (broker == null) {
            broker = launch("kafka.Kafka", "broker.log", config().toString());
            awaitAnswer(broker);
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException duringShutdown) {
            // The hook is what called, or is about to find nothing left to do.
            return;
        }
    }

    private synchronized void end() {
        Process process = broker;
        if (process != null) {
            // All that the broker knows goes with it, so a graceful stop would only take longer.
            process.destroyForcibly();
            await(process);
            broker = null;
        }
        delete(directory);
    }

    private Path config() {
        return directory.resolve("server.properties");
    }

    private void format() throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings(freePort()));
        try (var out = Files.newOutputStream(config())) {
            properties.store(out, null);
        }
        Process format = launch(
                "kafka.tools.StorageTool",
                "format.log",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                config().toString());
        await(format);
        if (format.exitValue() != 0) {
            throw new IllegalStateException("Kafka's storage could not be formatted:\n" + log("format.log"));
        }
    }

    private Map<String, String> settings(int controllerPort) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", directory.resolve("log").toString()),
                Map.entry("num.partitions", "2"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"));
    }

    private Process launch(String mainClass, String logFile, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                // Ctrl-C reaches all processes of a terminal, but the broker must outlive its clients.
                "/bin/sh",
                "-c",
                "trap '' INT; exec \"$@\"",
                "local-kafka",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(List.of(arguments));
        File log = directory.resolve(logFile).toFile();
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + mainClass, e);
        }
    }

    private void awaitAnswer(Process process) {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        awaitListener(process, deadline);
        try (Admin admin = Admin.create(config)) {
            admin.describeCluster().nodes().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The Kafka broker did not answer:\n" + log("broker.log"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the Kafka broker started", e);
        }
    }

    private void awaitListener(Process process, long deadline) {
        while (!isListening()) {
            boolean ended;
            try {
                ended = process.waitFor(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the Kafka broker started", e);
            }
            if (ended || System.nanoTime() > deadline) {
                throw new IllegalStateException("The Kafka broker did not start:\n" + log("broker.log"));
            }
        }
    }

    // By connecting: a trial bind would take the port from the broker at the moment when it wants it.
    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String log(String file) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve(file));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static void await(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireFree(int port) {
        if (!isFree(port)) {
            throw new PortInUseException(port);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException leftBehind) {
            // A file that cannot be deleted stays in the temporary directory; the system clears that.
            return;
        }
    }
}
